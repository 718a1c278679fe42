import type { DateTime, Redacted } from "effect"
import type { Role } from "../access/Role.ts"
import type { RuleSetPin } from "../questions/RuleSetPin.ts"
import type { Evidence } from "../verification/claimKinds.ts"
import type { Answers } from "./stepShapes.ts"
import type { LogonRequestStatus } from "./logonRequestViewSchema.ts"

/** What opens a request: its id, and the bearer token that was told once when it was opened. */
export interface LogonRequestKey {
  readonly id: string
  readonly token: Redacted.Redacted
}

/** That a person showed to be the taxpayer, and what follows from it. Erased when what it rests on changes (D-29). */
export interface Proof {
  readonly decisionId: string
  readonly evidence: Evidence
  /** The letter that is held for this request until it is submitted, left or gone (D-07). */
  readonly letterId: Redacted.Redacted | null
  /** Forecast: decided anew, under lock, at submit (D-10). */
  readonly role: Role
  /** Somebody has a logon for this taxpayer already (D-34). */
  readonly logonExists: boolean
  /** The person says that it is not theirs: that counts from approval on (D-60). */
  readonly saysNotMe?: boolean
}

interface LogonRequestHead {
  readonly id: string
  /** The embedding site, absent on the Department's own pages. */
  readonly partnerId: string | null
  /** BCP 47, `en`: the language of the page and of the mails. */
  readonly locale: string
  /** The partner's own word for this request, at most 64 of `[A-Za-z0-9._~-]`. */
  readonly reference: string | null
  readonly ruleSet: RuleSetPin
}

/** A request that is being answered. It holds no username and no role, only its letter (D-33). */
export interface LogonRequestDraft extends LogonRequestHead {
  readonly status: "draft"
  readonly answers: Answers
  readonly proof: Proof | null
  readonly openedAt: DateTime.Utc
  readonly lastSeenAt: DateTime.Utc
  /** It is gone at this instant. */
  readonly expiresAt: DateTime.Utc
}

/** A request that was submitted: its answers went into the logon. */
export interface SubmittedLogonRequest extends LogonRequestHead {
  readonly status: Exclude<LogonRequestStatus, "draft">
  readonly confirmationNumber: string
  readonly submittedAt: DateTime.Utc
  readonly username: string
  readonly role: Role
}

export type LogonRequest = LogonRequestDraft | SubmittedLogonRequest
