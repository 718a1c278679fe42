import type { PolicyInForce } from "../../../packages/core/src/questions/policySheet.ts"
import { ruleSets } from "../../../packages/core/src/rule-sets/ruleSets.ts"
import type { StateRuleSet } from "../../../packages/core/src/rule-sets/StateRuleSet.ts"
import { withIdRanges, withPolicy } from "../../../packages/core/src/rule-sets/withPolicy.ts"

const oneMore = (policy: PolicyInForce): PolicyInForce =>
  JSON.parse(JSON.stringify(policy), (_, value: unknown) =>
    typeof value === "number" ? value + 1 : value
  ) as PolicyInForce

/** The rule sets that are shipped, and policies that none of them has. */
export const all: ReadonlyArray<StateRuleSet> = [
  ...ruleSets,
  ...ruleSets.map((ruleSet) => withIdRanges(ruleSet, "sandbox")),
  ...(["adjusted", "either"] as const).map((amounts) =>
    withPolicy(withIdRanges(ruleSets[0]!, "sandbox"), (policy) => ({
      ...policy,
      verification: {
        ...policy.verification,
        amounts,
        jointReturns: "refused",
        minimumPostedAgeDays: 21,
        returnWindow: { unit: "taxYears", count: 2 }
      },
      logon: { ...policy.logon, activation: { ...policy.logon.activation, requireActivation: false } }
    }))
  ),
  withPolicy(withIdRanges(ruleSets[0]!, "sandbox"), oneMore)
]
