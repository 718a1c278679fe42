import type { TwoStepMethodView } from "../two-step/TwoStepMethodView.ts"

/** Where a log-in stands after the right username and password. */
export type SessionStatus = "two_step_setup_required" | "security_code_required" | "terms_required" | "logged_in"

/** The answer of `POST /v1/sessions` and of each later step of a log-in. */
export interface SessionView {
  readonly status: SessionStatus
  /** With `security_code_required`: where a code can go, targets masked. */
  readonly methods?: ReadonlyArray<TwoStepMethodView>
}

/** The answer of `GET /v1/sessions/current`, which moves nothing, and of `POST .../keep`, which moves the idle end. */
export interface CurrentSessionView extends SessionView {
  /** RFC 3339: over without a call before. */
  readonly idleEndsAt: string
  /** RFC 3339: over in any case. */
  readonly expiresAt: string
  /** Seconds before the idle end at which a page asks whether to go on. */
  readonly warnSeconds: number
  /** RFC 3339: from then on what changes the logon asks for the password again. */
  readonly passwordGoodUntil: string
  /** RFC 3339: the service's clock, since a browser's may be off. */
  readonly now: string
}

/** The answer of `GET /v1/me/terms`: what `PUT` accepts. */
export interface TermsView {
  /** ISO 8601 day. */
  readonly version: string
  /** Wording ids, in order. */
  readonly sentences: ReadonlyArray<string>
}

/** One thing that a logon may work on. */
export interface AccessView {
  /** `***-**-6789`. */
  readonly taxpayer: string
  readonly role: "MasterAdministrator" | "TaxAdministrator"
  /** An account type, or `all`. */
  readonly scope: string
}

/** An e-message: wording id and parameters. */
export interface MessageView {
  readonly id: string
  readonly messageId: string
  readonly params: Readonly<Record<string, string>>
  readonly at: string
}

/** The answer of `GET /v1/me`: the home page after log-in. */
export interface MeView {
  readonly username: string
  readonly name: string
  readonly email: string
  readonly phoneNumber: string
  readonly taxProfessional: boolean
  readonly access: ReadonlyArray<AccessView>
  readonly messages: ReadonlyArray<MessageView>
  readonly twoStepMethods: ReadonlyArray<TwoStepMethodView>
}
