import type { DateTime } from "effect"
import type { DeviceName } from "./parseDeviceName.ts"
import type { TwoStepKind } from "./TwoStepPolicy.ts"

/** A part of a logon's second step that "this was not me" puts back. */
export type TwoStepPart = "two-step" | "recovery-codes"

/** The code that undoes a change, derived from the id when the notice is sent, and until when it does. */
export interface Undo {
  readonly notMeId: string
  readonly until: DateTime.Utc
}

/** What has happened at the second step: stored, audited, and read by `noticesOf`. */
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
  | { readonly _tag: "DeviceTokenReused" }
  /** Both steps were done in a browser that the logon was never opened with. */
  | ({ readonly _tag: "NewDeviceUsed" } & DeviceName)
