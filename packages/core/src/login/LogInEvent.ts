import type { DateTime } from "effect"

/** What has happened at log-in: stored, audited, and read by `noticesOf`. */
export type LogInEvent =
  | { readonly _tag: "LogInMissed" }
  | { readonly _tag: "PasswordConfirmed" }
  /** The activation code was consumed by the first log-in: the logon works, and its role is effective (R-29, D-32). */
  | { readonly _tag: "LogonActivated" }
  | { readonly _tag: "ActivationCodeRefused"; readonly why: "missing" | "expired" | "superseded" }
  | { readonly _tag: "ActivationCodeIssued"; readonly expiresAt: DateTime.Utc }
  | { readonly _tag: "DeviceRecognised" }
  | { readonly _tag: "LoggedOut" }
