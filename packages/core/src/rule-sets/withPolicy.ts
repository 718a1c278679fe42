import type { PolicyInForce } from "../decisions/PolicyInForce.ts"
import type { Questions } from "../decisions/questions.ts"
import { ruleSet } from "../engine/RuleSet.ts"
import type { StateRuleSet } from "./StateRuleSet.ts"

/** The questions of a rule set, as it asks them. */
export const questionsOf = ({ ask }: StateRuleSet): Questions =>
  Object.fromEntries(Object.entries(ask).map(([name, { question }]) => [name, question])) as unknown as Questions

/**
 * The same rule set with other values: for the sandbox, for what-if, for one switch of a house. Its hash is another.
 *
 * **Details**
 *
 * `sources` says where the changed values come from, by path.
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

/** The rule set for numbers that exist, or for such as are never issued. @rule D-22 */
export const withIdRanges = (ruleSet: StateRuleSet, idRanges: PolicyInForce["idRanges"]): StateRuleSet =>
  ruleSet.policy.idRanges === idRanges
    ? ruleSet
    : withPolicy(ruleSet, (policy) => ({ ...policy, idRanges }), { idRanges: "a setting of this house, D-22" })

/** The rule set that warns of a common password, or refuses it. @rule D-19 */
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
        { "logon.password.blocklist": "a setting of this house, D-19" }
      )
