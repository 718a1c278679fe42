import type { LogInEvent } from "../logon/LogonEvent.ts"
import type { ContestEvent } from "../access/ContestEvent.ts"
import type { LetterEvent } from "../logon-request/LetterEvent.ts"
import type { LogonRequestEvent } from "../logon-request/LogonRequestEvent.ts"
import type { ProfileEvent } from "../logon/LogonEvent.ts"
import type { RecoveryEvent } from "../logon/LogonEvent.ts"
import type { TwoStepEvent } from "../logon/LogonEvent.ts"
import type { Notice } from "./Notice.ts"

/** Every event that can lead to a notice. */
export type AnyEvent =
  | LogonRequestEvent
  | LogInEvent
  | TwoStepEvent
  | ProfileEvent
  | RecoveryEvent
  | LetterEvent
  | ContestEvent

const none: ReadonlyArray<Notice> = []

/**
 * Returns the notices for an event.
 *
 * **Details**
 *
 * `together`: the events of the same change. An approval carries the link of the code issued with it; a code issued alone is
 * mailed alone.
 *
 * @rule R-27 @rule D-12
 */
export const noticesOf = (event: AnyEvent, together: ReadonlyArray<AnyEvent>): ReadonlyArray<Notice> => {
  switch (event._tag) {
    case "LogonRequestSubmitted":
      return [{ kind: "receipt", about: "logon-request" }]
    case "LogonRequestApproved":
      return [
        { kind: "approved", about: "logon-request" },
        { kind: "tell-owner", about: "taxpayer" }
      ]
    case "ActivationCodeIssued":
      return together.some(({ _tag }) => _tag === "LogonRequestApproved")
        ? none
        : [{ kind: "activation", about: "logon-request" }]
    case "LogonRequestReferred":
      return [{ kind: "referred", about: "logon-request" }]
    case "LogonRequestDenied":
      return [{ kind: "denied", about: "logon-request" }]
    case "SecurityCodeSent":
      return [{ kind: "security-code", about: "security-code" }]
    case "NewDeviceUsed":
      return [{ kind: "new-device", about: "logon" }]
    case "TwoStepChanged":
      return [{ kind: event.change === "added" ? "two-step-added" : "two-step-removed", about: "logon" }]
    case "RecoveryCodesMade":
      return [{ kind: "recovery-codes-made", about: "logon" }]
    case "RecoveryCodeUsed":
      return [{ kind: "recovery-code-used", about: "logon" }]
    case "DeviceTokenReused":
      return [{ kind: "device-token-reused", about: "logon" }]
    case "PasswordClosed":
      return [{ kind: "password-closed", about: "logon" }]
    case "LogonRequestExpired":
      return [{ kind: "expired", about: "logon-request" }]
    case "NotMeReported":
      return [{ kind: "not-me-letter", about: "taxpayer" }]
    case "ProfileChanged":
      return [{ kind: "profile-changed", about: "logon" }]
    case "EmailChangeAsked":
      return [{ kind: "email-link", about: "logon" }]
    case "UsernameReminded":
      return [{ kind: "username-reminder", about: "logon" }]
    case "PasswordLinkIssued":
      return [{ kind: "password-link", about: "logon" }]
    case "LogonFrozen":
      return [{ kind: "frozen", about: "logon" }]
    case "LetterMailed":
      return [{ kind: "sign-up-letter", about: "letter" }]
    case "OwnerToldOfLock":
      return [{ kind: "lock-letter", about: "taxpayer" }]
    case "OwnerToldOfGuesses":
      return [{ kind: "guesses-letter", about: "taxpayer" }]
    case "EmailCorrected":
      return [{ kind: "email-corrected", about: "logon-request" }]
    case "OthersLoggedOut":
    case "LetterCodeEntered":
    case "RegistrationClosed":
    case "RegistrationOpened":
    case "AmountsOpened":
    case "RecoveryAnswerMissed":
    case "PasswordReset":
    case "ChangeUndone":
    case "NotMeCodeRefused":
    case "NotMeCodeRecorded":
    case "LetterAsked":
    case "OwnerTold":
    case "ContestBegun":
    case "ContestSettled":
    case "RoleSuspended":
    case "RolePassedOn":
    case "LogonRequestOpened":
    case "AnswerGiven":
    case "ProofErased":
    case "ProofGiven":
    case "LogonRequestCancelled":
    case "LogonRequestResumed":
    case "LogInMissed":
    case "PasswordConfirmed":
    case "LogonActivated":
    case "ActivationCodeRefused":
    case "DeviceRecognised":
    case "LoggedOut":
    case "TwoStepMethodAdded":
    case "SecurityCodeMissed":
    case "SecurityCodeConfirmed":
    case "TwoStepMethodConfirmed":
    case "DeviceTrusted":
    case "DeviceRevoked":
    case "OthersEnded":
    case "PasswordTypedAgain":
    case "LoggedOutEverywhere":
    case "TermsAccepted":
      return none
  }
}
