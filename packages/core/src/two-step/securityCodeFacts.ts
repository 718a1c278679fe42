import { count, factSheet, moment, oneOf, orNull, truth } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"

/** What the rules of a security code read. Times are milliseconds since 1970-01-01T00:00:00Z. */
export const securityCodeFacts = factSheet({
  "securityCode.now": { label: "the time (ms)", kind: moment },
  /** The logon takes no code before this moment; null: it is not locked. */
  "securityCode.lockedUntil": { label: "the end of the lock (ms)", kind: orNull(moment) },
  /** Wrong tries of the logon since its last right one, over all its codes, before this one. */
  "securityCode.failuresInARow": { label: "the failures in a row", kind: count },
  /** Wrong tries of this code before this one. */
  "securityCode.failures": { label: "the failures of this code", kind: count, field: "code" },
  /** `confirmed`: used. `superseded`: a newer code was sent. */
  "securityCode.state": {
    label: "the state of the code",
    kind: oneOf("open", "confirmed", "superseded"),
    field: "code"
  },
  /** It is no longer good at that moment. */
  "securityCode.expiresAt": { label: "the end of the code (ms)", kind: moment, field: "code" },
  /** Whether what was typed is the code. */
  "securityCode.equal": { label: "whether the code is right", kind: truth, field: "code" }
})
export type SecurityCodeFacts = FactsOf<typeof securityCodeFacts>
