import { factSheet, oneOf } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"
import { secondStepFacts } from "./secondStepFacts.ts"

/** What the rules of a recovery code read besides. */
export const recoveryCodeFacts = {
  ...secondStepFacts,
  ...factSheet({
    /** `none`: no code of this logon. `replaced`: newer ones were made. */
    "recoveryCode.state": {
      label: "the state of the recovery code",
      kind: oneOf("open", "used", "replaced", "none"),
      field: "recoveryCode"
    }
  })
}
export type RecoveryCodeFacts = FactsOf<typeof recoveryCodeFacts>
