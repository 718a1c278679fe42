import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import type { FiledReturn } from "../../packages/core/src/taxpayer/taxpayerRecordSchema.ts"
import { factsOf, noAttempts } from "./factsOf.ts"
import type { Attempts } from "./factsOf.ts"
import { assumptions } from "./population.ts"

const yearDays = 365
const yearHours = yearDays * 24

/** How many failures the last hours hold. */
export const countIn = (failedAt: ReadonlyArray<number>, now: number, hours: number): number =>
  failedAt.filter((at) => at > now - hours).length

/** A guess of an amount that the limits let somebody make: in which hour, and what had failed before. */
export interface AmountTry {
  readonly now: number
  readonly attempts: Attempts
}

/**
 * The guesses of a year for the amounts of one number, as early as the rules let them.
 *
 * **Details**
 *
 * `opens`: its owner, who stands on a letter, opens amounts each time that the year has closed them, as early as they may.
 */
export const amountTriesOf = (
  { ask, policy }: StateRuleSet,
  returns: ReadonlyArray<FiledReturn>,
  opens = false
): ReadonlyArray<AmountTry> => {
  const { reopenDays, windowHours } = policy.verification.attempts.amounts
  const tries: AmountTry[] = []
  let openedAt: number | null = null
  for (let now = 0; now < yearHours;) {
    const failedAt = tries.map((each) => each.now)
    const amountFailures = countIn(failedAt, now, windowHours)
    const amountFailuresInYear = failedAt.filter((at) => openedAt === null || at >= openedAt).length
    const attempts = { ...noAttempts, amountFailures, amountFailuresInYear }
    const guess = factsOf({ kind: "taxReturnAmount", amount: 1 }, returns, [], attempts)
    if (ask.verification.decide(guess)._tag !== "Locked") {
      tries.push({ now, attempts })
      continue
    }
    // The window is over for the oldest failure in it; where none is, the year has closed the way.
    const oldest = failedAt[failedAt.length - amountFailures]
    if (oldest !== undefined) {
      now = oldest + windowHours
    } else if (opens) {
      now = openedAt === null ? now : Math.max(now, openedAt + reopenDays * 24)
      openedAt = now
    } else {
      break
    }
  }
  return tries
}

/**
 * How many letter IDs can be guessed for one number from all the networks of a stranger, on the first day and in a year.
 *
 * **Details**
 *
 * One network after the other uses up what it may at once; from then on each guesses as early as it may again. The second
 * day is like all that follow.
 */
export const letterTriesOf = (
  { ask, policy }: StateRuleSet,
  returns: ReadonlyArray<FiledReturn>
): { readonly firstDay: number; readonly year: number } => {
  const { waitMinutes, windowHours } = policy.verification.attempts.letters
  const { networks } = assumptions.stranger
  const isLocked = (failedAt: ReadonlyArray<number>, now: number, elsewhere: number): boolean => {
    const letterFailures = countIn(failedAt, now, windowHours)
    const letterFailuresLately = countIn(failedAt, now, waitMinutes / 60)
    const letterFailuresEverywhere = elsewhere + letterFailures
    const attempts = { ...noAttempts, letterFailures, letterFailuresLately, letterFailuresEverywhere }
    return ask.verification.decide(factsOf({ kind: "letterId", amount: null }, returns, [], attempts))._tag === "Locked"
  }
  let atOnce = 0
  let failedAt: number[] = []
  for (let network = 0; network < networks; network++) {
    failedAt = []
    while (!isLocked(failedAt, 0, atOnce)) failedAt.push(0)
    atOnce += failedAt.length
  }
  const [firstDay, laterDay] = [0, 1].map((day) => {
    let tries = 0
    for (let wait = day === 0 ? 1 : 0; wait * waitMinutes < 24 * 60; wait++) {
      const now = day * 24 + (wait * waitMinutes) / 60
      if (isLocked(failedAt, now, atOnce)) continue
      failedAt.push(now)
      tries += 1
    }
    return tries * networks
  }) as [number, number]
  return { firstDay: atOnce + firstDay, year: atOnce + firstDay + laterDay * (yearDays - 1) }
}
