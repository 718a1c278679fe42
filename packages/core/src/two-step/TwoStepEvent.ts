import type { TwoStepKind } from "./TwoStepPolicy.ts"

/** What has happened at the second step: stored, audited, and read by `noticesOf`. */
export type TwoStepEvent =
  | { readonly _tag: "TwoStepMethodAdded"; readonly kind: TwoStepKind }
  /** A code is on its way; it is derived from the id when it is sent. */
  | { readonly _tag: "SecurityCodeSent"; readonly securityCodeId: string; readonly kind: TwoStepKind }
  | { readonly _tag: "SecurityCodeMissed"; readonly failures: number }
  | { readonly _tag: "SecurityCodeConfirmed"; readonly kind: TwoStepKind }
  | { readonly _tag: "TwoStepMethodConfirmed"; readonly kind: TwoStepKind }
  | { readonly _tag: "DeviceTrusted" }
