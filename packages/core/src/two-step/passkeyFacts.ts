import type { passkeyFactsSchema } from "./twoStepFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"
import { secondStepFacts } from "./secondStepFacts.ts"

/** What the rules of a passkey read besides. */
export type PasskeyFacts = typeof passkeyFactsSchema.Type

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
