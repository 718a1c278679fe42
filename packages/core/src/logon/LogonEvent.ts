import type { DateTime } from "effect"
import type { DeviceName, NotMePart, ProfilePart, TwoStepKind } from "./Logon.ts"

/** The code that undoes a change, derived from the id when the notice is sent, and until when it does. */
export interface Undo {
  readonly notMeId: string
  readonly until: DateTime.Utc
}

/** What has happened at log-in. */
export type LogInEvent =
  | { readonly _tag: "LogInMissed" }
  /** The wrong password that closed it: no other is taken until it is set anew, but on a device that is trusted (D-48). */
  | { readonly _tag: "PasswordClosed" }
  | { readonly _tag: "PasswordConfirmed" }
  | { readonly _tag: "ActivationCodeRefused"; readonly why: "missing" | "expired" | "superseded" }
  | { readonly _tag: "ActivationCodeIssued"; readonly expiresAt: DateTime.Utc }
  | { readonly _tag: "DeviceRecognised" }
  | { readonly _tag: "LoggedOut" }
  /** The password was typed again, in a session: it goes on under a new id (D-48). */
  | { readonly _tag: "PasswordTypedAgain" }
  | { readonly _tag: "LoggedOutEverywhere" }
  /** New terms were accepted at log-in (D-44). */
  | { readonly _tag: "TermsAccepted"; readonly version: string }

/** What has happened at the second step. */
export type TwoStepEvent =
  | { readonly _tag: "TwoStepMethodAdded"; readonly kind: TwoStepKind }
  /** A code is on its way; it is derived from the id when it is sent. */
  | { readonly _tag: "SecurityCodeSent"; readonly securityCodeId: string; readonly kind: TwoStepKind }
  | { readonly _tag: "SecurityCodeMissed"; readonly failures: number }
  | { readonly _tag: "SecurityCodeConfirmed"; readonly kind: TwoStepKind }
  /** The first log-in is over: the activation code is used, the logon works, and its role is effective (R-29, D-32). */
  | { readonly _tag: "LogonActivated" }
  | { readonly _tag: "TwoStepMethodConfirmed"; readonly kind: TwoStepKind }
  /** A way was added to others that work, or removed: the owner is told. */
  | {
      readonly _tag: "TwoStepChanged"
      readonly kind: TwoStepKind
      readonly change: "added" | "removed"
      readonly notMeId: string
    }
  /** All other sessions of the logon are over, and no device of it is trusted any more. */
  | { readonly _tag: "OthersEnded" }
  | { readonly _tag: "RecoveryCodesMade"; readonly notMeId: string }
  | { readonly _tag: "RecoveryCodeUsed" }
  | { readonly _tag: "DeviceTrusted" }
  | { readonly _tag: "DeviceRevoked" }
  /** A token that was replaced came back: whoever has it, the device is trusted no more (D-15). */
  | ({ readonly _tag: "DeviceTokenReused" } & DeviceName)
  /** Both steps were done in a browser that the logon was never opened with. */
  | ({ readonly _tag: "NewDeviceUsed" } & DeviceName)

/**
 * What has happened to a profile.
 *
 * **Details**
 *
 * `notMeId` is the code that undoes it: it is derived from the id when the notice is sent.
 *
 * @rule D-37
 */
export type ProfileEvent =
  | { readonly _tag: "ProfileChanged"; readonly part: ProfilePart; readonly notMeId: string }
  /** A link is on its way to the new address. */
  | { readonly _tag: "EmailChangeAsked"; readonly emailChangeId: string }
  /** Other sessions and every trusted device are over. */
  | { readonly _tag: "OthersLoggedOut" }
  /** A Master Administrator who proved with an amount entered the code of a letter: the role rests on it (D-25). */
  | { readonly _tag: "LetterCodeEntered" }
  /** The owner closed on-line registration for their number, or opened it again. */
  | { readonly _tag: "RegistrationClosed" }
  | { readonly _tag: "RegistrationOpened" }
  /** The owner opened amounts for their number, with a fresh year's count (D-30). */
  | { readonly _tag: "AmountsOpened" }

/** What has happened on the way back into a logon, or to close it. @rule D-26 */
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

/** What has happened to a logon: stored, audited, and read by `noticesOf`. */
export type LogonEvent = LogInEvent | TwoStepEvent | ProfileEvent | RecoveryEvent

/**
 * What an event of a logon does to what is not its own: its role is effective and its request at its end, or the keys of
 * the request that made it open nothing any more.
 *
 * @rule D-32 @adr 0035
 */
export const followsOf = (events: ReadonlyArray<{ readonly _tag: string }>) => ({
  activates: events.some(({ _tag }) => _tag === "LogonActivated"),
  endsKeys: events.some(({ _tag }) => _tag === "LoggedOut" || _tag === "LoggedOutEverywhere" || _tag === "LogonFrozen")
})
