import { Data } from "effect"
import type { DateTime } from "effect"

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
export type LogInReason =
  | { readonly _tag: "LogInFailed" }
  | { readonly _tag: "LogInLocked"; readonly retryAt: DateTime.Utc }
  | { readonly _tag: "ActivationRequired"; readonly why: "missing" | "expired" | "superseded" }
  | { readonly _tag: "ResendsUsedUp" }
  | { readonly _tag: "NotLoggedIn" }
  | { readonly _tag: "TermsRequired" }
  | { readonly _tag: "PasswordWrong" }
  | { readonly _tag: "Issue"; readonly path: string; readonly messageId: string }

/** The expected failure of this module. */
export class LogInError extends Data.TaggedError("LogInError")<{ readonly reason: LogInReason }> {}
