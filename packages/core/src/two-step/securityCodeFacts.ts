import { count, factSheet, moment, oneOf, truth } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"
import { secondStepFacts } from "./secondStepFacts.ts"

/** What the rules of a security code read besides. */
export const securityCodeFacts = {
  ...secondStepFacts,
  ...factSheet({
    /** Wrong tries of this code before this one. */
    "securityCode.failures": { label: "the failures of this code", kind: count, field: "code" },
    /** `confirmed`: used. `superseded`: a newer code was sent. */
    "securityCode.state": {
      label: "the state of the code",
      kind: oneOf("open", "confirmed", "superseded"),
      field: "code"
    },
    /** It is no longer good at that moment (ms). */
    "securityCode.expiresAt": { label: "the end of the code (ms)", kind: moment, field: "code" },
    /** Whether what was typed is the code. */
    "securityCode.equal": { label: "whether the code is right", kind: truth, field: "code" }
  })
}
export type SecurityCodeFacts = FactsOf<typeof securityCodeFacts>
