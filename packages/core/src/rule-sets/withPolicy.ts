import type { PolicyInForce } from "../decisions/PolicyInForce.ts"
import { questions } from "../decisions/questions.ts"
import { ruleSet } from "../engine/RuleSet.ts"
import type { StateRuleSet } from "./StateRuleSet.ts"

/** The same rule set with other values: for the sandbox, for what-if, for one switch of a house. Its hash is another. */
export const withPolicy = (
  { id, version, effective, policy }: StateRuleSet,
  change: (policy: PolicyInForce) => PolicyInForce
): StateRuleSet => ruleSet({ id, version, effective, policy: change(policy), questions })

/** The rule set for numbers that exist, or for such as are never issued. @rule D-22 */
export const withIdRanges = (ruleSet: StateRuleSet, idRanges: PolicyInForce["idRanges"]): StateRuleSet =>
  withPolicy(ruleSet, (policy) => ({ ...policy, idRanges }))

/** The rule set that warns of a common password, or refuses it. @rule D-19 */
export const withBlocklist = (
  ruleSet: StateRuleSet,
  blocklist: PolicyInForce["logon"]["password"]["blocklist"]
): StateRuleSet =>
  withPolicy(ruleSet, (policy) => ({
    ...policy,
    logon: { ...policy.logon, password: { ...policy.logon.password, blocklist } }
  }))
