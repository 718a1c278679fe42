import type { Role } from "../access/Role.ts"
import type { StepId } from "../journey/logonRequestJourney.ts"
import type { FieldIssue } from "./LogonRequestError.ts"
import type { LogonRequestOptions } from "./LogonRequestOptions.ts"
import type { AnswersView } from "./stepShapes.ts"

/** @rule D-33 */
export type LogonRequestStatus = "draft" | "submitted" | "approved" | "referred" | "denied" | "activated" | "expired"

/** One place of the progress bar. */
export interface JourneyPlace {
  readonly step: StepId
  /** Wording id, `step.<id>.title`; over HTTP the sentence, in the caller's language. */
  readonly title: string
  readonly state: "done" | "current" | "ahead"
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
