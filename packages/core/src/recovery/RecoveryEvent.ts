import type { ProfilePart } from "../profile/ProfileEvent.ts"
import type { TwoStepPart } from "../two-step/TwoStepEvent.ts"

/** What a "this was not me" code puts back; `logon`: the logon itself was made, there is nothing to put back. */
export type NotMePart = ProfilePart | TwoStepPart | "logon"

/** What has happened on the way back into a logon, or to close it: stored, audited, and read by `noticesOf`. @rule D-26 */
export type RecoveryEvent =
  /** Somebody forgot a username; it is mailed to the address of the logon. */
  | { readonly _tag: "UsernameReminded" }
  /** Somebody forgot a password; the link is derived from the id when it is mailed. */
  | { readonly _tag: "PasswordLinkIssued"; readonly recoveryId: string }
  | { readonly _tag: "RecoveryAnswerMissed"; readonly misses: number }
  | { readonly _tag: "PasswordReset" }
  /** "This was not me": nobody logs in with it any more. */
  | { readonly _tag: "LogonFrozen"; readonly because: NotMePart }
  | { readonly _tag: "ChangeUndone"; readonly part: Exclude<NotMePart, "logon"> }
  /** A code that was used before, or is too old. */
  | { readonly _tag: "NotMeCodeRefused" }
  /** A code that may do nothing where it went, or about what is gone: it is written down, and nothing else (D-60). */
  | { readonly _tag: "NotMeCodeRecorded" }
