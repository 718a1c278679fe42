import { isMembers } from "./isMembers.ts"
import type { Members } from "./isMembers.ts"
import { isDay } from "../engine/isDay.ts"
import type { RuleSetFileProblem } from "./RuleSetFileError.ts"

const effectiveOf = (version: Members): Members => (isMembers(version.effective) ? version.effective : {})

/** Returns the problems with the number and days of one version. */
const problemsOfOne = (version: Members, index: number, isLast: boolean): ReadonlyArray<RuleSetFileProblem> => {
  const path = `versions.${index}`
  const { from, to, ...others } = effectiveOf(version)
  const wrong: RuleSetFileProblem[] = []
  if (version.version !== index + 1) {
    const description = `Number the versions 1, 2, 3, oldest first. This one must be ${index + 1}.`
    wrong.push({ path: `${path}.version`, description })
  }
  if (!isDay(from)) {
    wrong.push({ path: `${path}.effective.from`, description: "This must be a day, like 2026-01-01." })
  }
  if (to !== undefined && !isDay(to)) {
    wrong.push({ path: `${path}.effective.to`, description: "This must be a day, like 2026-01-01." })
  }
  if (isDay(from) && isDay(to) && to <= from) {
    wrong.push({
      path: `${path}.effective`,
      description: `It ends on ${to} and begins on ${from}, so it would never apply.`
    })
  }
  if (isLast && to !== undefined) {
    const description = "The last version must have no end. Otherwise, no rules would apply after it."
    wrong.push({ path: `${path}.effective.to`, description })
  }
  const [strange] = Object.keys(others)
  if (strange !== undefined) {
    wrong.push({ path: `${path}.effective.${strange}`, description: "Remove this. Only from and to are allowed here." })
  }
  return wrong
}

/** Returns the problems with the days of the versions. Each must follow the previous one without a gap or overlap. */
export const problemsOfDates = (versions: ReadonlyArray<Members>): ReadonlyArray<RuleSetFileProblem> => {
  const wrong = versions.flatMap((version, index) => problemsOfOne(version, index, index === versions.length - 1))
  if (wrong.length > 0) return wrong
  return versions.slice(1).flatMap((version, index) => {
    const { from } = effectiveOf(version)
    const { to } = effectiveOf(versions[index]!)
    const path = `versions.${index + 1}.effective.from`
    if (to === from) return []
    if (to === undefined) {
      const description = `Version ${index + 1} has no end, so it overlaps with version ${index + 2}, which begins on ${String(from)}.`
      return [{ path, description }]
    }
    const description =
      String(to) < String(from)
        ? `There is a gap: version ${index + 1} ends on ${String(to)} and version ${index + 2} begins on ${String(from)}. No rules would apply in between.`
        : `Versions overlap: version ${index + 1} ends on ${String(to)} and version ${index + 2} begins on ${String(from)}.`
    return [{ path, description }]
  })
}
