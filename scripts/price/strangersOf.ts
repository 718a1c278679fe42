import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import { claimKinds } from "../../packages/core/src/verification/claimKinds.ts"
import type { ClaimKind } from "../../packages/core/src/verification/VerificationClaim.ts"
import { factsOf, letterOf } from "./factsOf.ts"
import type { Owner } from "./population.ts"
import { amountTriesOf, letterTriesOf } from "./triesOf.ts"
import type { AmountTry } from "./triesOf.ts"

const letterNumbers = 10 ** 10
const dayMs = 86_400_000

/** What strangers get who try every number of a list for a year. */
export interface Strangers {
  /** Of the way that the list is tried by: amounts where they are taken, else letters. */
  readonly takeoversPerMillionGuesses: number
  readonly takeoversPerMillionNumbers: number
  readonly takeoversOnTheFirstDay: number
  readonly takeoversByLetter: number
  /** By an amount, in a year in which every owner opens amounts as often as they may. */
  readonly takeoversWhereOwnersOpen: number
  /** Mailed to one number in a year in which somebody asks for one as often as they may. */
  readonly lettersMailed: number
}

/** The commonest amounts by kind, as somebody knows them who has seen another population like it. */
const guessesOf = (
  seen: ReadonlyArray<Owner>,
  kinds: ReadonlyArray<ClaimKind>,
  most: number
): ReadonlyArray<{ readonly kind: ClaimKind; readonly amount: number }> => {
  const counts = new Map<string, number>()
  for (const kind of kinds) {
    const { line } = claimKinds[kind]
    if (line === null) continue
    for (const { returns } of seen) {
      const amounts = new Set(returns.slice(0, 3).map(({ filed }) => filed[line] ?? 0))
      for (const amount of amounts)
        if (amount > 0) counts.set(`${kind} ${amount}`, (counts.get(`${kind} ${amount}`) ?? 0) + 1)
    }
  }
  return [...counts]
    .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([guess]) => ({ kind: guess.split(" ")[0] as ClaimKind, amount: Number(guess.split(" ")[1]) }))
}

/** How many letters go to one number in a year, and how many live at once, where somebody asks for one as soon as another is mailed. */
const lettersOut = (
  { ask, policy }: StateRuleSet,
  { returns }: Owner
): { readonly mailed: number; readonly atOnce: number } => {
  const isLive = (ageDays: number) =>
    ask.verification.decide(factsOf({ kind: "letterId", amount: null }, returns, [letterOf("sign-up", ageDays)]))
      ._tag === "Accepted"
  const { requestWindowDays } = policy.verification.letters
  const mailed: number[] = []
  for (let day = 0; day < 365; day++) {
    const newest = mailed.at(-1)
    const newestMailedAt = newest === undefined ? null : newest * dayMs
    const letterRequest = {
      onFile: true,
      unusedMailedAt: newestMailedAt,
      newestMailedAt,
      mailedInWindow: mailed.filter((at) => at > day - requestWindowDays).length,
      now: day * dayMs
    }
    if (ask.letterRequest.decide({ letterRequest })._tag === "Accepted") mailed.push(day)
  }
  const liveOn = (day: number) => mailed.filter((at) => at <= day && isLive(day - at)).length
  return { mailed: mailed.length, atOnce: Math.max(...Array.from({ length: 365 }, (_, day) => liveOn(day))) }
}

/** Asks the rules for every number of the list, as often and as early as the limits of a year let a stranger. */
export const strangersOf = (
  ruleSet: StateRuleSet,
  owners: ReadonlyArray<Owner>,
  seen: ReadonlyArray<Owner>
): Strangers => {
  const { decide } = ruleSet.ask.verification
  const { claimKinds } = ruleSet.policy.accountTypes["personal-income-tax"]
  const guessed = (tries: ReadonlyArray<AmountTry>) => {
    const guesses = guessesOf(seen, claimKinds, tries.length).map((guess, at) => ({ guess, ...tries[at]! }))
    let [tried, taken, takenOnTheFirstDay] = [0, 0, 0]
    for (const { returns } of owners) {
      for (const { attempts, guess, now } of guesses) {
        tried += 1
        if (decide(factsOf(guess, returns, [], attempts))._tag !== "Accepted") continue
        taken += 1
        if (now < 24) takenOnTheFirstDay += 1
        break
      }
    }
    return { tried, taken, takenOnTheFirstDay }
  }
  const { taken, takenOnTheFirstDay, tried } = guessed(amountTriesOf(ruleSet, owners[0]!.returns))
  const whereOpened = guessed(amountTriesOf(ruleSet, owners[0]!.returns, true))
  const letterTries = letterTriesOf(ruleSet, owners[0]!.returns)
  const takesLetters = claimKinds.includes("letterId")
  const { atOnce, mailed } = lettersOut(ruleSet, owners[0]!)
  const chance = takesLetters ? atOnce / letterNumbers : 0
  const byLetter = letterTries.year * chance
  const byLetterOnTheFirstDay = letterTries.firstDay * chance
  const million = (share: number, digits = 5) => Number((share * 1e6).toPrecision(digits))
  return {
    takeoversPerMillionGuesses: million(tried > 0 ? taken / tried : chance),
    takeoversPerMillionNumbers: million(taken / owners.length + byLetter),
    takeoversOnTheFirstDay: million(takenOnTheFirstDay / owners.length + byLetterOnTheFirstDay),
    // As many digits as one wrong letter more shows in.
    takeoversByLetter: million(byLetter, 8),
    takeoversWhereOwnersOpen: million(whereOpened.taken / owners.length),
    lettersMailed: takesLetters ? mailed : 0
  }
}
