import { isMembers } from "./isMembers.ts"
import { Result } from "effect"
import { questions } from "../questions/questions.ts"
import { policyEntries } from "../questions/policySheet.ts"
import { policyValues } from "./policyValues.ts"
import { presentRuleId } from "./presentRuleId.ts"
import { problemOfRule } from "./problemsOfRules.ts"
import { problemsOfValues } from "./problemsOfValues.ts"
import type { FileRule, FileVersion } from "./RuleSetFile.ts"
import { RuleSetFileError } from "./RuleSetFileError.ts"
import type { RuleSetFileProblem } from "./RuleSetFileError.ts"
import { rulesOf } from "./rulesOf.ts"
import { statements } from "./statements.ts"
import type { StateRuleSet } from "./StateRuleSet.ts"
import { versionToRuleSet } from "./versionToRuleSet.ts"

const rules = rulesOf(questions)
const known = new Set([...rules, ...statements].map(({ id }) => id))

const isVersion = (said: unknown): said is FileVersion =>
  isMembers(said) && [said.effective, said.values, said.rules].every(isMembers)

/** The values of the version. A missing one comes from `nearest`, and its source says so. Unknown ones are left out. */
const valuesOf = ({ values }: FileVersion, nearest: StateRuleSet | undefined): FileVersion["values"] => {
  const lent = nearest === undefined ? {} : policyValues(nearest)
  return Object.fromEntries(
    Object.keys(policyEntries).flatMap((path) => {
      const said = values[path]
      if (said !== undefined) return [[path, said]]
      const value = lent[path]
      if (value === undefined) return []
      return [[path, { ...value, source: `not said by it; as version ${nearest!.version} has it: ${value.source}` }]]
    })
  )
}

/**
 * Rules of the version that no longer exist. Without them, it would check less than it states; a rule that moved to the
 * grammar of an answer, as R-05 did, is held there and is a statement.
 */
const lostOf = ({ rules: said }: FileVersion): ReadonlyArray<RuleSetFileProblem> =>
  Object.entries(said)
    .filter(([id, rule]: [string, FileRule | null]) => rule?.on === true && !known.has(presentRuleId(id)))
    .map(([id]) => ({ path: `rules.${id}`, description: `There is no rule "${id}" any more.` }))

/** Every current rule: on if the version has it on, off if the version does not have it. A remedy without a sentence is replaced by the current one. */
const switchesOf = ({ rules: said }: FileVersion): Readonly<Record<string, FileRule>> =>
  Object.fromEntries(
    rules.map(({ formerIds = [], id, remedies }) => {
      const rule = [id, ...formerIds].map((its) => said[its]).find((each) => each !== undefined)
      const isAsIs = rule !== undefined && problemOfRule(id, rule) === null
      return [id, { on: rule?.on ?? false, remedies: isAsIs ? rule.remedies : remedies }]
    })
  )

/**
 * Reads one stored version, even if its values and rules are from another release.
 *
 * **Details**
 *
 * What it says holds. A value that it has not is that of `nearest`, the version that is likest to it, and its source says so;
 * one that nobody knows is left out; a rule that it never heard of is not asked. Fails where it cannot be put in force as it
 * says: a value that may be no more, one that nobody can lend, a rule that it asks and that is gone.
 *
 * **Gotchas**
 *
 * Its hash is the one of before only where nothing had to be lent or left out: whoever reads it takes the hash anew. Its place
 * among other versions is not looked at, nor whether a rule may be off.
 *
 * @adr 0017
 */
export const restoreVersion = (
  id: string,
  said: unknown,
  nearest: StateRuleSet | undefined
): Result.Result<StateRuleSet, RuleSetFileError> => {
  const fail = (problems: ReadonlyArray<RuleSetFileProblem>) => Result.fail(new RuleSetFileError({ problems }))
  if (!isVersion(said)) return fail([{ path: "", description: "It is no version." }])
  const values = valuesOf(said, nearest)
  const problems = [...problemsOfValues(values, "values"), ...lostOf(said)]
  if (problems.length > 0) return fail(problems)
  return Result.succeed(versionToRuleSet(id, { ...said, values, rules: switchesOf(said) }))
}
