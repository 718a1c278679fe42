import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import type { LetterOnFile } from "../../packages/core/src/taxpayer/LetterOnFile.ts"
import { factsOf, letterOf } from "./factsOf.ts"
import type { Owner } from "./population.ts"
import { countIn } from "./triesOf.ts"

const dayMs = 86_400_000
const yearHours = 365 * 24

/** What owners get who copied their form, or use a letter. */
export interface Owners {
  /** Refused with what they tried first, of 1: an amount where it is taken, else a letter. */
  readonly ownersRefused: number
  /** Refused with a letter too, of 1. */
  readonly ownersWithoutLogon: number
  /** The rules that refuse what they tried first, the commonest first. */
  readonly refusedBy: Readonly<Record<string, number>>
}

/** The letter that an owner has at hand: the one they asked for, the one they asked for again, or one about something else. */
const letterAtHand = ({ ask }: StateRuleSet, owner: Owner): LetterOnFile | undefined => {
  const [first, second] = owner.letters
  if (first !== null) return letterOf("sign-up", first)
  const asked = {
    onFile: true,
    unusedMailedAt: 0,
    newestMailedAt: 0,
    mailedInWindow: 1,
    now: owner.asksAgainAfterDays * dayMs
  }
  const isMailedAgain = ask.letterRequest.decide({ letterRequest: asked })._tag === "Accepted"
  if (isMailedAgain && second !== null) return letterOf("sign-up", second)
  return owner.otherLetterAgeDays === null ? undefined : letterOf("identity-verification", owner.otherLetterAgeDays)
}

/** Asks the rules for everybody once, after their own mistakes; and with a letter where that was a no. */
export const ownersOf = (ruleSet: StateRuleSet, owners: ReadonlyArray<Owner>): Owners => {
  const { decide } = ruleSet.ask.verification
  const { amounts, letters } = ruleSet.policy.verification.attempts
  const { claimKinds } = ruleSet.policy.accountTypes["personal-income-tax"]
  const refusedBy = new Map<string, number>()
  let [refused, withoutLogon] = [0, 0]
  for (const owner of owners) {
    const failedAt = owner.mistakes.map((hoursBefore) => -hoursBefore)
    const attempts = {
      amountFailures: countIn(failedAt, 0, amounts.windowHours),
      amountFailuresInYear: countIn(failedAt, 0, yearHours),
      letterFailures: countIn(failedAt, 0, letters.windowHours),
      letterFailuresLately: countIn(failedAt, 0, letters.waitMinutes / 60),
      letterFailuresEverywhere: countIn(failedAt, 0, letters.windowHours)
    }
    const letter = letterAtHand(ruleSet, owner)
    const byLetter = () =>
      decide(factsOf({ kind: "letterId", amount: null }, owner.returns, letter === undefined ? [] : [letter], attempts))
    const offered = claimKinds.includes(owner.kind) ? owner.kind : claimKinds.find((kind) => kind !== "letterId")
    const amount = offered === owner.kind ? owner.amount : (owner.returns[0]!.filed.incomeTaxAfterCredits ?? 0)
    const first =
      offered === undefined ? byLetter() : decide(factsOf({ kind: offered, amount }, owner.returns, [], attempts))
    if (!("rule" in first)) continue
    refused += 1
    refusedBy.set(first.rule.id, (refusedBy.get(first.rule.id) ?? 0) + 1)
    if ("rule" in byLetter()) withoutLogon += 1
  }
  const share = (count: number) => Number((count / owners.length).toFixed(5))
  return {
    ownersRefused: share(refused),
    ownersWithoutLogon: share(withoutLogon),
    refusedBy: Object.fromEntries(
      [...refusedBy].toSorted(([, a], [, b]) => b - a).map(([id, count]) => [id, share(count)])
    )
  }
}
