import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import type { ClaimKind } from "../../packages/core/src/verification/VerificationClaim.ts"
import type { VerificationFacts } from "../../packages/core/src/verification/verificationFacts.ts"
import { today } from "./population.ts"
import type { Owner } from "./population.ts"

/** What a policy costs and saves. */
export interface Price {
  /** Strangers who get in, per million guesses, with a list of numbers and the limits in force. */
  readonly takeoversPerMillionGuesses: number
  /** Strangers who get in in a year, per million numbers on the list. */
  readonly takeoversPerMillionNumbers: number
  /** Owners who are refused though they copied their form or used their letter, of 1. */
  readonly ownersRefused: number
  /** The rules that refuse them, the commonest first. */
  readonly refusedBy: Readonly<Record<string, number>>
}

const letterId = "L0123456789"
const letterNumbers = 10 ** 10
const none = { amountFailures: 0, amountFailuresInYear: 0, letterFailures: 0 }

const factsOf = (
  owner: Owner,
  said: { readonly kind: ClaimKind; readonly amount: number | null; readonly letterAgeDays?: number },
  attempts: VerificationFacts["attempts"] = none
): VerificationFacts => ({
  claim: {
    taxpayerType: "individual",
    idType: "SSN",
    id: "900126789",
    confirmId: "900126789",
    accountType: "personal-income-tax",
    kind: said.kind,
    amount: said.amount,
    letterId: said.kind === "letterId" ? letterId : null
  },
  record: {
    returns: owner.returns,
    letters:
      said.letterAgeDays === undefined
        ? []
        : [{ letterId, kind: "sign-up", ageDays: said.letterAgeDays, state: "live" }],
    today
  },
  attempts
})

/** The commonest amounts by kind, as somebody knows them who has seen another population like it. */
const guessesOf = (
  seen: ReadonlyArray<Owner>,
  kinds: ReadonlyArray<ClaimKind>,
  most: number
): ReadonlyArray<{ readonly kind: ClaimKind; readonly amount: number }> => {
  const counts = new Map<string, number>()
  const lines = {
    taxReturnAmount: "incomeTaxAfterCredits",
    refundAmount: "refund",
    amountDue: "amountDue",
    lineItem: "lineItem"
  } as const
  for (const kind of kinds) {
    if (kind === "letterId") continue
    for (const { returns } of seen) {
      const amounts = new Set(returns.slice(0, 3).map(({ filed }) => filed[lines[kind]] ?? 0))
      for (const amount of amounts)
        if (amount > 0) counts.set(`${kind} ${amount}`, (counts.get(`${kind} ${amount}`) ?? 0) + 1)
    }
  }
  return [...counts]
    .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([guess]) => ({ kind: guess.split(" ")[0] as ClaimKind, amount: Number(guess.split(" ")[1]) }))
}

/** Asks the rules of a rule set for everybody: owners once, a stranger as often as the limits of a year let them. */
export const priceOf = (
  { ask, policy }: StateRuleSet,
  owners: ReadonlyArray<Owner>,
  seen: ReadonlyArray<Owner>
): Price => {
  const { decide } = ask.verification
  const { claimKinds } = policy.accountTypes["personal-income-tax"]
  const takesAmounts = claimKinds.some((kind) => kind !== "letterId")
  const { amounts, letters } = policy.verification.attempts

  const guesses = guessesOf(seen, claimKinds, amounts.maxFailuresPerYear)
  let tried = 0
  let taken = 0
  for (const owner of owners) {
    for (const [at, guess] of guesses.entries()) {
      // As fast as the window lets them: after its failures are used up the stranger comes again when it is over.
      const attempts = { ...none, amountFailures: at % amounts.maxFailures, amountFailuresInYear: at }
      tried += 1
      if (decide(factsOf(owner, guess, attempts))._tag !== "Accepted") continue
      taken += 1
      break
    }
  }
  // Letters are guessed too, every window of the year, where somebody has a live one.
  const letterGuesses = letters.maxFailures * Math.floor((365 * 24) / letters.windowHours)
  const withLetter = owners.filter(
    (owner) =>
      owner.hasLetter &&
      decide(factsOf(owner, { kind: "letterId", amount: null, letterAgeDays: 10 }))._tag === "Accepted"
  ).length
  const guessed = takesAmounts ? tried : letterGuesses * owners.length
  const takenBy = taken + (withLetter * letterGuesses) / letterNumbers

  const refusedBy = new Map<string, number>()
  for (const owner of owners) {
    const offered = claimKinds.includes(owner.kind) ? owner.kind : claimKinds.find((kind) => kind !== "letterId")
    const said =
      offered === undefined
        ? {
            kind: "letterId" as const,
            amount: null,
            ...(owner.letterAgeDays !== null && { letterAgeDays: owner.letterAgeDays })
          }
        : {
            kind: offered,
            amount: offered === owner.kind ? owner.amount : (owner.returns[0]!.filed.incomeTaxAfterCredits ?? 0)
          }
    const decision = decide(factsOf(owner, said))
    if ("rule" in decision) refusedBy.set(decision.rule.id, (refusedBy.get(decision.rule.id) ?? 0) + 1)
  }
  const share = (count: number) => Number((count / owners.length).toFixed(5))
  const refused = [...refusedBy.values()].reduce((sum, count) => sum + count, 0)
  return {
    takeoversPerMillionGuesses: Number(((takenBy / guessed) * 1e6).toPrecision(5)),
    takeoversPerMillionNumbers: Number(((takenBy / owners.length) * 1e6).toPrecision(5)),
    ownersRefused: share(refused),
    refusedBy: Object.fromEntries(
      [...refusedBy].toSorted(([, a], [, b]) => b - a).map(([id, count]) => [id, share(count)])
    )
  }
}
