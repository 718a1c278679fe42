import { Data } from "effect"
import type { DateTime } from "effect"
import type { FieldIssue } from "../logon/FieldIssue.ts"

/**
 * Why a call on a logon request did not do what was asked.
 *
 * **Details**
 *
 * `NotFound`: the request does not exist, is someone else's, or is gone. `StepNotOpen`: a step that comes later, or any step after
 * the submit. `Issues`: problems to correct in the answer to `step`. `VerificationFailed`: the one refusal for everything that
 * depends on secret facts (D-09). `Locked`: no more attempts; without `retryAt`, amounts are closed for this number (D-30).
 * `PasswordRefused`: the password that was typed again is wrong. `RecordsUnavailable`: nothing was decided (D-41).
 * `TooManyRequests`: this address or phone has as many logons as the server allows. The error does not say which.
 */
export type LogonRequestReason =
  | { readonly _tag: "NotFound" }
  | { readonly _tag: "StepNotOpen" }
  | { readonly _tag: "Issues"; readonly step: string; readonly issues: ReadonlyArray<FieldIssue> }
  | { readonly _tag: "VerificationFailed" }
  | { readonly _tag: "Locked"; readonly retryAt?: DateTime.Utc }
  | { readonly _tag: "PasswordRefused" }
  | { readonly _tag: "RecordsUnavailable" }
  | { readonly _tag: "TooManyRequests"; readonly retryAt: DateTime.Utc }

/** The expected failure of this module. */
export class LogonRequestError extends Data.TaggedError("LogonRequestError")<{ readonly reason: LogonRequestReason }> {}
