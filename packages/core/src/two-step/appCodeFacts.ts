import { factSheet, orNull, second } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"
import { secondStepFacts } from "./secondStepFacts.ts"

/** What the rules of an app's code read besides. A step is the number of whole `stepSeconds` since 1970-01-01T00:00:00Z. */
export const appCodeFacts = {
  ...secondStepFacts,
  ...factSheet({
    /** The last step whose code confirmed; null: none did. */
    "appCode.lastStep": { label: "the step last used", kind: orNull(second), field: "code" },
    /** The step that what was typed is the code of; null: of none near now. */
    "appCode.step": { label: "the step of the code", kind: orNull(second), field: "code" }
  })
}
export type AppCodeFacts = FactsOf<typeof appCodeFacts>
