import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import type { FiledReturn } from "../../packages/core/src/taxpayer/FiledReturn.ts"
import { factsOf, noAttempts } from "./factsOf.ts"
import type { Said } from "./factsOf.ts"

const yearHours = 365 * 24

/** How many failures the last hours hold. */
export const countIn = (failedAt: ReadonlyArray<number>, now: number, hours: number): number =>
  failedAt.filter((at) => at > now - hours).length

/** The hours of a year in which one number can be guessed at, as early as the rules let it. */
export const triesOf = (
  { ask, policy }: StateRuleSet,
  way: "amounts" | "letters",
  returns: ReadonlyArray<FiledReturn>
): ReadonlyArray<number> => {
  const { windowHours } = policy.verification.attempts[way]
  const guess: Said = way === "amounts" ? { kind: "taxReturnAmount", amount: 1 } : { kind: "letterId", amount: null }
  const failedAt: number[] = []
  for (let now = 0; now < yearHours;) {
    const failures = countIn(failedAt, now, windowHours)
    const attempts =
      way === "amounts"
        ? { ...noAttempts, amountFailures: failures, amountFailuresInYear: failedAt.length }
        : { ...noAttempts, letterFailures: failures }
    if (ask.verification.decide(factsOf(guess, returns, [], attempts))._tag !== "Locked") {
      failedAt.push(now)
      continue
    }
    // The window is over for the oldest failure in it; where none is, the year has closed the way.
    const oldest = failedAt[failedAt.length - failures]
    if (oldest === undefined) break
    now = oldest + windowHours
  }
  return failedAt
}
