import type { FactSheet } from "../engine/Rule.ts"
import { secondStepFacts } from "./secondStepFacts.ts"
import type { SecondStepFacts } from "./secondStepFacts.ts"

/** What the rules of a passkey read besides. */
export interface PasskeyFacts extends SecondStepFacts {
  readonly passkey: {
    /** Whether the answer is signed by the passkey, for this server, over the challenge, and its counter went up. */
    readonly signed: boolean
    /** The challenge: `confirmed`, used already; `superseded`, a newer one was asked for. */
    readonly state: "open" | "confirmed" | "superseded"
    /** The challenge is no longer good at that moment (ms). */
    readonly expiresAt: number
  }
}

/** How the facts are called, and how staff may see them. */
export const passkeyFacts: FactSheet<PasskeyFacts> = {
  ...secondStepFacts,
  "passkey.state": {
    label: "the state of the challenge",
    field: "credential",
    secret: false,
    of: ({ passkey }) => passkey.state,
    show: String
  },
  "passkey.expiresAt": {
    label: "the end of the challenge (ms)",
    field: "credential",
    secret: false,
    of: ({ passkey }) => passkey.expiresAt,
    show: String
  },
  "passkey.signed": {
    label: "whether the passkey signed it",
    field: "credential",
    secret: false,
    of: ({ passkey }) => passkey.signed,
    show: String
  }
}
