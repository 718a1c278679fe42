import { isMembers } from "./isMembers.ts"
import type { Members } from "./isMembers.ts"
import { Result } from "effect"
import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import { policyEntries } from "../questions/policySheet.ts"
import type { PolicyEntry } from "../policy/PolicyEntry.ts"
import type { RuleSetFileProblem } from "./RuleSetFileError.ts"

const issuesOf = SchemaIssue.makeFormatterStandardSchemaV1()

/** Returns where in a table the first problem is: ` (at meals.claimKinds.0)`. */
const placeOf = (issue: SchemaIssue.Issue): string => {
  const [first] = issuesOf(issue).issues
  const path = (first?.path ?? []).map(String).join(".")
  return path === "" ? "" : ` (look at ${path})`
}

const decoders = new Map(
  Object.entries(policyEntries).map(([path, { schema }]) => [path, Schema.decodeUnknownResult(schema)])
)

const problemOf = (path: string, { description, label, unit }: PolicyEntry, given: unknown): string | null => {
  if (given === undefined) return `The value "${label}" is missing. It must be ${description}, in ${unit}.`
  if (!isMembers(given)) return `"${label}" must have exactly a value, a unit and a source.`
  const { source, unit: its, value, ...others } = given
  if (Object.keys(others).length > 0) return `"${label}" must have exactly a value, a unit and a source.`
  if (its !== unit) return `"${label}" must have the unit "${unit}". The file has ${JSON.stringify(its) ?? "none"}.`
  if (typeof source !== "string" || source.trim() === "") {
    return `"${label}" has no source. Say where the value comes from.`
  }
  const decoded = decoders.get(path)!(value, { onExcessProperty: "error" })
  return Result.isSuccess(decoded) ? null : `"${label}" must be ${description}${placeOf(decoded.failure.issue)}.`
}

/** Pairs of values. The first must not be more than the second. */
const ordered: ReadonlyArray<readonly [string, string]> = [
  ["logon.username.minCodePoints", "logon.username.maxCodePoints"],
  ["logon.password.minCodePoints", "logon.password.maxCodePoints"],
  ["logon.secretAnswer.minCodePoints", "logon.secretAnswer.maxCodePoints"],
  ["logon.profile.name.minCodePoints", "logon.profile.name.maxCodePoints"],
  ["verification.attempts.amounts.maxFailures", "verification.attempts.amounts.maxFailuresPerYear"],
  ["verification.attempts.letters.maxFailuresInAlarm", "verification.attempts.letters.maxFailures"],
  ["verification.attempts.letters.maxFailures", "verification.attempts.letters.alarmFailures"]
]

/** Returns the problems with the values of a version: a missing or unknown value, a wrong unit, or a value out of bounds. */
export const problemsOfValues = (values: Members, path: string): ReadonlyArray<RuleSetFileProblem> => {
  const wrong = Object.entries(policyEntries).flatMap(([name, entry]) => {
    const given = Object.hasOwn(values, name) ? values[name] : undefined
    const description = problemOf(name, entry, given)
    return description === null ? [] : [{ path: `${path}.${name}`, description }]
  })
  const strange = Object.keys(values)
    .filter((name) => !Object.hasOwn(policyEntries, name))
    .map((name) => ({ path: `${path}.${name}`, description: "Unknown value. Check the spelling." }))
  const numberAt = (name: string) => {
    const given = values[name]
    return isMembers(given) ? Number(given.value) : Number.NaN
  }
  const crossed =
    wrong.length > 0
      ? []
      : ordered
          .filter(([least, most]) => numberAt(least) > numberAt(most))
          .map(([least, most]) => ({
            path: `${path}.${least}`,
            description: `"${policyEntries[least]!.label}" must not be more than "${policyEntries[most]!.label}".`
          }))
  return [...wrong, ...strange, ...crossed]
}
