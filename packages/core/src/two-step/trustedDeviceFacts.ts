import { factSheet, moment, orNull, truth } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"

/** What the rules of a trusted device read. Times are milliseconds since 1970-01-01T00:00:00Z. */
export const trustedDeviceFacts = factSheet({
  /** Whether it was trusted for the logon that logs in. */
  "trustedDevice.sameLogon": { label: "whether the device is this logon's", kind: truth, isSecret: true },
  "trustedDevice.revoked": { label: "whether the device was removed", kind: truth, isSecret: true },
  /** When a newer token took the place of the one shown; null: it is the newest. */
  "trustedDevice.replacedAt": { label: "when the token was replaced (ms)", kind: orNull(moment), isSecret: true },
  "trustedDevice.now": { label: "the time (ms)", kind: moment },
  /** It is no longer trusted at that moment. */
  "trustedDevice.expiresAt": { label: "the end of the trust (ms)", kind: moment, isSecret: true }
})
export type TrustedDeviceFacts = FactsOf<typeof trustedDeviceFacts>
