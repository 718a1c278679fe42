import * as Schema from "effect/Schema"

/** One thing to mend in an answer: the field, and what to say of it. Never the value. */
export const FieldIssue = Schema.Struct({
  /** The field of the answer, `amount`. */
  path: Schema.String,
  /** Stable for programs, `amount-not-positive`. */
  code: Schema.String,
  /** Wording id. */
  messageId: Schema.String,
  params: Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))
})
export type FieldIssue = typeof FieldIssue.Type

/**
 * Why a call on a logon request did not do what was asked.
 *
 * **Details**
 *
 * `NotFound`: there is none, it is somebody else's, or it is gone. `StepNotOpen`: a step that comes later, or after submit.
 * `Issues`: to be mended in the answer of `step`. `VerificationFailed`: the one refusal for everything that rests on secret
 * facts (D-09). `Locked`: no more attempts; without `retryAt` amounts are closed for this number (D-30).
 * `PasswordRefused`: the password that was typed again is another. `RecordsUnavailable`: nothing was decided (D-41).
 * `TooManyRequests`: the house has made enough logons with this address or phone; it does not say which.
 */
export const LogonRequestReason = Schema.Union([
  Schema.TaggedStruct("NotFound", {}),
  Schema.TaggedStruct("StepNotOpen", {}),
  Schema.TaggedStruct("Issues", { step: Schema.String, issues: Schema.Array(FieldIssue) }),
  Schema.TaggedStruct("VerificationFailed", {}),
  Schema.TaggedStruct("Locked", { retryAt: Schema.optionalKey(Schema.DateTimeUtc) }),
  Schema.TaggedStruct("PasswordRefused", {}),
  Schema.TaggedStruct("RecordsUnavailable", {}),
  Schema.TaggedStruct("TooManyRequests", { retryAt: Schema.DateTimeUtc })
])
export type LogonRequestReason = typeof LogonRequestReason.Type

/** The expected failure of this module. */
export class LogonRequestError extends Schema.TaggedError<LogonRequestError>()("LogonRequestError", {
  reason: LogonRequestReason
}) {}
