import type { PolicyInForce } from "../decisions/PolicyInForce.ts"
import type { Questions } from "../decisions/questions.ts"
import type { RuleSet } from "../engine/RuleSet.ts"

/** A rule set of a state: all the questions of this house under all its values. */
export type StateRuleSet = RuleSet<Questions, PolicyInForce>
