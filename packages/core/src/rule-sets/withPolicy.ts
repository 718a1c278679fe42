import type { PolicyInForce } from "../questions/policySheet.ts"
import type { Questions } from "../questions/questions.ts"
import { ruleSet } from "../engine/RuleSet.ts"
import type { StateRuleSet } from "./StateRuleSet.ts"

/** Returns the questions of a rule set. */
export const questionsOf = ({ ask }: StateRuleSet): Questions =>
  Object.fromEntries(Object.entries(ask).map(([name, { question }]) => [name, question])) as unknown as Questions

/**
 * Returns the rule set with other values: for the sandbox, for what-if, or for a setting. Its hash changes.
 *
 * **Details**
 *
 * `sources` gives the source of each changed value, by path.
 */
export const withPolicy = (
  base: StateRuleSet,
  change: (policy: PolicyInForce) => PolicyInForce,
  sources: StateRuleSet["sources"] = {}
): StateRuleSet => {
  const { id, version, effective, policy } = base
  return ruleSet({
    id,
    version,
    effective,
    policy: change(policy),
    sources: { ...base.sources, ...sources },
    questions: questionsOf(base)
  })
}

/** Returns the rule set for real numbers, or for numbers that are never issued. @rule D-22 */
export const withIdRanges = (ruleSet: StateRuleSet, idRanges: PolicyInForce["idRanges"]): StateRuleSet =>
  ruleSet.policy.idRanges === idRanges
    ? ruleSet
    : withPolicy(ruleSet, (policy) => ({ ...policy, idRanges }), { idRanges: "a setting of this server, D-22" })

/** Returns the rule set that warns about a common password, or refuses it. @rule D-19 */
export const withBlocklist = (
  ruleSet: StateRuleSet,
  blocklist: PolicyInForce["logon"]["password"]["blocklist"]
): StateRuleSet =>
  ruleSet.policy.logon.password.blocklist === blocklist
    ? ruleSet
    : withPolicy(
        ruleSet,
        (policy) => ({
          ...policy,
          logon: { ...policy.logon, password: { ...policy.logon.password, blocklist } }
        }),
        { "logon.password.blocklist": "a setting of this server, D-19" }
      )
