import type { FactSheet } from "../engine/Rule.ts"
import { secondStepFacts } from "./secondStepFacts.ts"
import type { SecondStepFacts } from "./secondStepFacts.ts"

/** What the rules of a recovery code read besides. */
export interface RecoveryCodeFacts extends SecondStepFacts {
  readonly recoveryCode: {
    /** `none`: no code of this logon. `replaced`: newer ones were made. */
    readonly state: "open" | "used" | "replaced" | "none"
  }
}

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
