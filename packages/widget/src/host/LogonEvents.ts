import type { LogonErrorCode } from "../protocol/LogonErrorCode.ts"

/** The `detail` of each event of `<mtc-create-logon>`. Additive only; `v` is the version of the detail. */
export interface LogonEvents {
  /** The form is on the screen. */
  "mtc-ready": { readonly v: 1 }
  "mtc-step": { readonly v: 1; readonly step: string; readonly number: number; readonly total: number }
  /** Submitted. The confirmation is still on the screen: leave the element in place until `mtc-done`. */
  "mtc-complete": { readonly v: 1; readonly confirmationNumber: string }
  /** OK was pressed on the confirmation. */
  "mtc-done": { readonly v: 1 }
  "mtc-cancel": { readonly v: 1 }
  /** The form cleared the entries because the person was inactive. */
  "mtc-timeout": { readonly v: 1 }
  /** If `fatal` is true, the form cannot be used and the page shows the fallback. */
  "mtc-error": { readonly v: 1; readonly code: LogonErrorCode; readonly fatal?: true }
}
