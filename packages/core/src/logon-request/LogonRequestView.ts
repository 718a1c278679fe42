import type { Role } from "../access/Role.ts"
import type { AnsweredStepId, StepId } from "../journey/logonRequestJourney.ts"
import type { FieldIssue } from "./LogonRequestError.ts"
import type { LogonRequestOptions } from "./LogonRequestOptions.ts"

/** @rule D-33 */
export type LogonRequestStatus = "draft" | "submitted" | "approved" | "referred" | "denied" | "activated" | "expired"

/** One place of the progress bar. */
export interface JourneyPlace {
  readonly step: StepId
  /** Wording id, `step.<id>.title`; over HTTP the sentence, in the caller's language. */
  readonly title: string
  readonly state: "done" | "current" | "ahead"
}

/** What was answered so far, as it may be shown: no amount, letter ID, PIN, password or secret answer is among it. */
export interface AnswersView {
  readonly "taxpayer-type"?: { readonly taxpayerType: string }
  /** `id` is masked: `***-**-6789`. */
  readonly "taxpayer-id"?: { readonly idType: string; readonly id: string; readonly accountType: string }
  readonly "verification-type"?: { readonly verificationType: string }
  readonly "tax-amount"?: { readonly amountKind: string }
  readonly "letter-id"?: Readonly<Record<string, never>>
  readonly "line-item"?: Readonly<Record<string, never>>
  /** `phoneNumber` and `email` are masked: `(***) ***-6367`, `e***@d**.s****.m*.us`. @rule D-23 */
  readonly profile?: {
    readonly name: string
    readonly phoneCountry: string
    readonly phoneType: string
    readonly phoneNumber: string
    readonly email: string
  }
  readonly logon?: { readonly username: string; readonly secretQuestion: string }
  readonly "profile-access"?: { readonly taxProfessional: boolean }
  readonly terms?: { readonly termsVersion: string }
}

/** When a draft ends: the answer of `POST /v1/logon-requests/{id}/keep`. */
export interface DraftEndView {
  /** RFC 3339. A draft is gone then; every answer, and `keep`, moves the idle half of it. */
  readonly expiresAt: string
  /** RFC 3339: the service's clock, since a browser's may be off. */
  readonly now: string
}

/** What a person checks before the submit, in clear: the four lines of the source. @rule R-26 */
export interface SummaryView {
  readonly name: string
  readonly username: string
  /** E.164. */
  readonly phoneNumber: string
  readonly email: string
}

/** The state of a request as its owner sees it: answer of every call of `/v1/logon-requests/{id}`. */
export interface LogonRequestView extends DraftEndView {
  readonly id: string
  readonly status: LogonRequestStatus
  /** The first step that is not answered; "confirmation" once submitted. */
  readonly step: StepId
  /** The progress bar, in order; the evidence steps that are not on the way are not in it. */
  readonly journey: ReadonlyArray<JourneyPlace>
  readonly answers: AnswersView
  /** Once every step is answered, until the submit. */
  readonly summary?: SummaryView
  readonly options: LogonRequestOptions
  /** `hash` is SHA-256 hex of the rule set that this draft is pinned to. */
  readonly ruleSet: { readonly id: string; readonly hash: string }
  /** Forecast, from the logon step on. @rule R-20 */
  readonly role?: Role
  /** From the logon step on: somebody has a logon for this taxpayer already. @rule D-34 */
  readonly logonExists?: boolean
  /** After an answer that was taken: what the person is advised to choose otherwise, and may leave as it is. */
  readonly warnings?: ReadonlyArray<FieldIssue>
  /** Once submitted. */
  readonly confirmationNumber?: string
}

/** The answer of `POST /v1/logon-requests`: the bearer token is told here and never again. */
export interface OpenedLogonRequestView extends LogonRequestView {
  readonly token: string
}

/** The answer of a submit. `pin` is there once: a repeat of the same submit gives the receipt without it. @rule D-17 */
export interface ReceiptView {
  /** `0-704-061-440`. */
  readonly confirmationNumber: string
  /** RFC 3339 with zone. */
  readonly submittedAt: string
  readonly username: string
  readonly pin?: string
  readonly role: Role
}

/** The answer of `GET .../confirmation` as JSON. */
export interface SignedReceiptView extends Omit<ReceiptView, "pin"> {
  /** The same values, signed. */
  readonly jws: string
}

/** What a person may be told while they wait; sent over the WebSocket `GET /v1/logon-requests/{id}/events`. */
export interface LogonRequestStatusView {
  readonly status: LogonRequestStatus | "two-step-ready"
}

/** The texts of one step, as typed, on the wire. */
export interface AnswerTexts {
  readonly "taxpayer-type": { readonly taxpayerType: string }
  /** `id` and `confirmId` may both be left out where a number was given before: it stays. */
  readonly "taxpayer-id": {
    readonly idType: string
    readonly id?: string
    readonly confirmId?: string
    readonly accountType: string
  }
  /** `amount`, `letterId` or `lineItem`. */
  readonly "verification-type": { readonly verificationType: string }
  readonly "tax-amount": { readonly amountKind: string; readonly amount: string }
  readonly "letter-id": { readonly letterId: string }
  readonly "line-item": { readonly amount: string }
  /**
   * `pin`, `phoneNumber`, and `email` with `confirmEmail` may be left out where they were given before: they stay; the phone
   * number while its country is the same.
   */
  readonly profile: {
    readonly name: string
    readonly phoneCountry: string
    readonly phoneType: string
    readonly phoneNumber?: string
    readonly pin?: string
    readonly email?: string
    readonly confirmEmail?: string
  }
  readonly logon: {
    readonly username: string
    readonly password: string
    readonly confirmPassword: string
    readonly secretQuestion: string
    readonly secretAnswer: string
  }
  readonly "profile-access": { readonly taxProfessional: boolean }
  readonly terms: { readonly accepted: boolean; readonly termsVersion: string }
}

/** Each answered step has its texts: a step without them does not compile. */
export type AnswerText<S extends AnsweredStepId> = AnswerTexts[S]
