import { count, factSheet, oneOf, truth } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"
import { twoStepKinds } from "../logon/Logon.ts"

/** What the rules of a way to get codes read. */
export const twoStepMethodFacts = factSheet({
  /** Whether it works already. */
  "method.confirmed": { label: "whether the way is confirmed", kind: truth },
  /** How many others of the logon work. */
  "method.others": { label: "the other confirmed ways", kind: count, field: "method" },
  "method.kind": { label: "the kind of the way", kind: oneOf(...twoStepKinds), field: "kind" }
})
export type TwoStepMethodFacts = FactsOf<typeof twoStepMethodFacts>
