import { isMembers } from "./isMembers.ts"
import type { Members } from "./isMembers.ts"
import { Result } from "effect"
import { problemsOfDates } from "./problemsOfDates.ts"
import { problemsOfRules } from "./problemsOfRules.ts"
import { problemsOfValues } from "./problemsOfValues.ts"
import type { RuleSetFile } from "./RuleSetFile.ts"
import { RuleSetFileError } from "./RuleSetFileError.ts"
import type { RuleSetFileProblem } from "./RuleSetFileError.ts"
import type { StateRuleSet } from "./StateRuleSet.ts"
import { versionToRuleSet } from "./versionToRuleSet.ts"

const strangeOf = (value: Members, known: ReadonlyArray<string>, path: string): ReadonlyArray<RuleSetFileProblem> =>
  Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: `${path}${name}`, description: `Remove this. Only ${known.join(", ")} are allowed here.` }))

const problemsOfVersion = (version: unknown, index: number): ReadonlyArray<RuleSetFileProblem> => {
  const path = `versions.${index}`
  if (!isMembers(version))
    return [{ path, description: "This must be a version with version, effective, values and rules." }]
  const { rules, values } = version
  return [
    ...strangeOf(version, ["version", "effective", "values", "rules"], `${path}.`),
    ...(isMembers(version.effective) ? [] : [{ path: `${path}.effective`, description: "The days are missing." }]),
    ...(isMembers(values)
      ? problemsOfValues(values, `${path}.values`)
      : [{ path: `${path}.values`, description: "The values are missing." }]),
    ...(isMembers(rules)
      ? problemsOfRules(rules, `${path}.rules`)
      : [{ path: `${path}.rules`, description: "The rules are missing." }])
  ]
}

const problemsOf = (file: unknown): ReadonlyArray<RuleSetFileProblem> => {
  if (!isMembers(file))
    return [{ path: "", description: "The file is not a rule set. It must have format, id and versions." }]
  const { format, id, versions } = file
  const head = [
    ...strangeOf(file, ["format", "id", "versions"], ""),
    ...(format === "mtc-logon rule set" ? [] : [{ path: "format", description: 'It must be "mtc-logon rule set".' }]),
    ...(typeof id === "string" && /^[a-z][a-z0-9-]{0,63}$/u.test(id)
      ? []
      : [{ path: "id", description: "The id must have only lower case letters, digits and hyphens, like mtc-2020." }])
  ]
  if (!Array.isArray(versions) || versions.length === 0) {
    return [...head, { path: "versions", description: "The file must have at least one version." }]
  }
  const inVersions = versions.flatMap(problemsOfVersion)
  return [...head, ...(versions.every(isMembers) ? problemsOfDates(versions) : []), ...inVersions]
}

const parsed = (json: unknown): unknown => {
  if (typeof json !== "string") return json
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/**
 * Reads a rule-set file: returns its versions, oldest first, or every problem with it.
 *
 * **Details**
 *
 * `json` is the text of the file, or what was parsed of it. A file changes numbers, remedies and days, and switches off what
 * may be; what a rule asks is code, and no code is in a file. Every value and every rule is named in it: nothing is filled in.
 *
 * **Gotchas**
 *
 * It loads all or nothing: with one problem, it returns no rule set.
 */
export const loadRuleSet = (json: unknown): Result.Result<ReadonlyArray<StateRuleSet>, RuleSetFileError> => {
  const file = parsed(json)
  const problems: ReadonlyArray<RuleSetFileProblem> =
    file === undefined
      ? [
          {
            path: "",
            description: "The file is not JSON. Look for a missing or extra comma, bracket or quotation mark."
          }
        ]
      : problemsOf(file)
  if (problems.length > 0) return Result.fail(new RuleSetFileError({ problems }))
  const { id, versions } = file as RuleSetFile
  return Result.succeed(versions.map((version) => versionToRuleSet(id, version)))
}
