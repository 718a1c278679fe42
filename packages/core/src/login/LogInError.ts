import { Data } from "effect"
import type { DateTime } from "effect"

/**
 * Why a person is not logged in.
 *
 * **Details**
 *
 * `LogInFailed`: an unknown username, a wrong password or a closed logon, with the same response for all. `LogInLocked`: too many
 * wrong passwords for this username from this network. `ActivationRequired`: returned only after the correct password (D-13).
 * `NotLoggedIn`: no session, or a session that has not completed the required steps. `TermsRequired`: the person must accept the
 * terms in force first. `PasswordWrong`: the password that the person had to type again is wrong.
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
