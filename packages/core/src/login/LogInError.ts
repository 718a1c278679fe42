import * as Schema from "effect/Schema"

/**
 * Why somebody is not logged in.
 *
 * **Details**
 *
 * `LogInFailed`: unknown username, wrong password, or a logon that is closed: one answer for all. `LogInLocked`: too many
 * wrong passwords for this username from this network. `ActivationRequired`: said after the right password only (D-13).
 * `NotLoggedIn`: no session, or one that is not far enough. `TermsRequired`: the terms in force are to be accepted first.
 * `PasswordWrong`: the password that was asked again.
 */
export const LogInReason = Schema.Union([
  Schema.TaggedStruct("LogInFailed", {}),
  Schema.TaggedStruct("LogInLocked", { retryAt: Schema.DateTimeUtc }),
  Schema.TaggedStruct("ActivationRequired", { why: Schema.Literals(["missing", "expired", "superseded"]) }),
  Schema.TaggedStruct("ResendsUsedUp", {}),
  Schema.TaggedStruct("NotLoggedIn", {}),
  Schema.TaggedStruct("TermsRequired", {}),
  Schema.TaggedStruct("PasswordWrong", {}),
  Schema.TaggedStruct("Issue", { path: Schema.String, messageId: Schema.String })
])
export type LogInReason = typeof LogInReason.Type

/** The expected failure of this module. */
export class LogInError extends Schema.TaggedError<LogInError>()("LogInError", { reason: LogInReason }) {}
