import type { recoveryCodeFactsSchema } from "./twoStepFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"
import { secondStepFacts } from "./secondStepFacts.ts"

/** What the rules of a recovery code read besides. */
export type RecoveryCodeFacts = typeof recoveryCodeFactsSchema.Type

/** How the facts are called, and how staff may see them. */
export const recoveryCodeFacts: FactSheet<RecoveryCodeFacts> = {
  ...secondStepFacts,
  "recoveryCode.state": {
    label: "the state of the recovery code",
    field: "recoveryCode",
    secret: false,
    of: ({ recoveryCode }) => recoveryCode.state,
    show: String
  }
}
