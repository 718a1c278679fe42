import type { PolicyInForce } from "../decisions/PolicyInForce.ts"
import type { Questions } from "../decisions/questions.ts"
import type { RuleSet } from "../engine/RuleSet.ts"

/** A rule set of a state: all questions, bound to all policy values. */
export type StateRuleSet = RuleSet<Questions, PolicyInForce>
