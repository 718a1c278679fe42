import { questions } from "../questions/questions.ts"
import { policyValues } from "./policyValues.ts"
import type { FileVersion, RuleSetFile } from "./RuleSetFile.ts"
import { rulesOf } from "./rulesOf.ts"
import type { StateRuleSet } from "./StateRuleSet.ts"
import { questionsOf } from "./withPolicy.ts"

/** Returns one version as a file has it. */
export const versionToFile = (ruleSet: StateRuleSet): FileVersion => {
  const asked = new Map(rulesOf(questionsOf(ruleSet)).map((rule) => [rule.id, rule]))
  return {
    version: ruleSet.version,
    effective: ruleSet.effective,
    values: policyValues(ruleSet),
    rules: Object.fromEntries(
      rulesOf(questions).map((rule) => {
        const { remedies, title } = asked.get(rule.id) ?? rule
        return [rule.id, { title, on: asked.has(rule.id), remedies }]
      })
    )
  }
}

/** Returns the versions of a rule set, oldest first, as a file. `loadRuleSet` reads it back with the same hashes. */
export const ruleSetToFile = (versions: readonly [StateRuleSet, ...ReadonlyArray<StateRuleSet>]): RuleSetFile => ({
  format: "mtc-logon rule set",
  id: versions[0].id,
  versions: versions.map(versionToFile)
})
