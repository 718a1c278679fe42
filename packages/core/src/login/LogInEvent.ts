import type { DateTime } from "effect"

/** What has happened at log-in: stored, audited, and read by `noticesOf`. */
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
