import { isMembers } from "./isMembers.ts"
import type { Members } from "./isMembers.ts"
import { questions } from "../questions/questions.ts"
import type { RuleSetFileProblem } from "./RuleSetFileError.ts"
import { rulesOf } from "./rulesOf.ts"

/**
 * The rules that a file can switch off: our own advice and choices.
 *
 * **Gotchas**
 *
 * The list has no rule of the source, and none that identity depends on.
 */
export const switchableRules: ReadonlyArray<string> = ["D-17", "D-18c", "D-19c", "D-20a", "D-20b"]

const rules = new Map(rulesOf(questions).map((rule) => [rule.id, rule]))
const remedies = new Set([...rules.values()].flatMap((rule) => rule.remedies))

/** Returns the problem with one rule, apart from whether it may be off; null if there is none. */
export const problemOfRule = (id: string, given: unknown): string | null => {
  if (!rules.has(id)) return `Unknown rule "${id}". A file can name only rules that this program has.`
  if (!isMembers(given)) return `The rule ${id} must have "on" and "remedies".`
  const { on, remedies: its, title: _, ...others } = given
  const [strange] = Object.keys(others)
  if (strange !== undefined) return `The rule ${id} has "${strange}". It can have only title, on and remedies.`
  if (typeof on !== "boolean") return `The rule ${id} must have "on": true or false.`
  if (!Array.isArray(its) || its.length === 0) {
    return `The rule ${id} has no remedy. List at least one: a person who is refused must know what to do next.`
  }
  const unknown = its.find((remedy) => !remedies.has(remedy))
  return unknown === undefined
    ? null
    : `The rule ${id} names the remedy ${JSON.stringify(unknown)}, which does not exist.`
}

const problemOf = (id: string, given: unknown): string | null =>
  problemOfRule(id, given) ??
  ((isMembers(given) && given.on === true) || switchableRules.includes(id)
    ? null
    : `You cannot switch off the rule ${id}. You can switch off only these: ${switchableRules.join(", ")}.`)

/** Returns the problems with the rules of a version: an unknown rule, a missing one, or one without a remedy. */
export const problemsOfRules = (given: Members, path: string): ReadonlyArray<RuleSetFileProblem> => {
  const wrong = Object.entries(given).flatMap(([id, rule]) => {
    const description = problemOf(id, rule)
    return description === null ? [] : [{ path: `${path}.${id}`, description }]
  })
  const missing = [...rules.values()]
    .filter(({ id }) => !Object.hasOwn(given, id))
    .map(({ id, title }) => ({
      path: `${path}.${id}`,
      description: `The rule ${id} ("${title}") is missing. List it with its remedies.`
    }))
  return [...wrong, ...missing]
}
