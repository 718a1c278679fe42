import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import { ownersOf } from "./ownersOf.ts"
import type { Owners } from "./ownersOf.ts"
import type { Owner } from "./population.ts"
import { strangersOf } from "./strangersOf.ts"
import type { Strangers } from "./strangersOf.ts"

/** What a policy costs and saves. */
export type Price = Strangers & Owners

/** Asks the rules of a rule set for everybody: owners once, a stranger as often as the limits of a year let them. */
export const priceOf = (ruleSet: StateRuleSet, owners: ReadonlyArray<Owner>, seen: ReadonlyArray<Owner>): Price => ({
  ...strangersOf(ruleSet, owners, seen),
  ...ownersOf(ruleSet, owners)
})
