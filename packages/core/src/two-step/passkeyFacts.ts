import { factSheet, moment, oneOf, truth } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"
import { secondStepFacts } from "./secondStepFacts.ts"

/** What the rules of a passkey read besides. */
export const passkeyFacts = {
  ...secondStepFacts,
  ...factSheet({
    /** The challenge: `confirmed`, used already; `superseded`, a newer one was asked for. */
    "passkey.state": {
      label: "the state of the challenge",
      kind: oneOf("open", "confirmed", "superseded"),
      field: "credential"
    },
    /** The challenge is no longer good at that moment (ms). */
    "passkey.expiresAt": { label: "the end of the challenge (ms)", kind: moment, field: "credential" },
    /** Whether the answer is signed by the passkey, for this house, over the challenge, and its counter went up. */
    "passkey.signed": { label: "whether the passkey signed it", kind: truth, field: "credential" }
  })
}
export type PasskeyFacts = FactsOf<typeof passkeyFacts>
