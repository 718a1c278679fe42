import type { PolicyInForce } from "../questions/policySheet.ts"
import type { Questions } from "../questions/questions.ts"
import type { RuleSet } from "../engine/RuleSet.ts"

/** A rule set of a state: all questions, bound to all policy values. */
export type StateRuleSet = RuleSet<Questions, PolicyInForce>
