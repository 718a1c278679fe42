import { factSheet, moment, oneOf, truth } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"

/** What the rules of the activation code read, after the right username and password. */
export const activationCodeFacts = factSheet({
  /** Whether the code of the link is this logon's; false where none came with the log-in. */
  "activationCode.equal": { label: "whether the code is the one of the link", kind: truth, field: "activationCode" },
  /** `superseded`: a newer link was sent. */
  "activationCode.state": {
    label: "the state of the link",
    kind: oneOf("open", "used", "superseded"),
    field: "activationCode"
  },
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  "activationCode.now": { label: "the time (ms)", kind: moment },
  /** The same; it is no longer good at that moment. */
  "activationCode.expiresAt": { label: "the end of the link (ms)", kind: moment, field: "activationCode" }
})
export type ActivationCodeFacts = FactsOf<typeof activationCodeFacts>
