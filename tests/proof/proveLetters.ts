import { prove } from "../../packages/core/src/engine/prove.ts"
import type { Space } from "../../packages/core/src/engine/prove.ts"
import { explainToStaff } from "../../packages/core/src/engine/explain.ts"
import { sealed } from "../../packages/core/src/engine/Rule.ts"
import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import type { ProofLine } from "./ProofLine.ts"

/** A state of the counters of one number, as one network meets it. */
interface Counters {
  amountFailures: number
  amountFailuresInYear: number
  letterFailures: number
  letterFailuresLately: number
  letterFailuresEverywhere: number
}

const upTo = (most: number): ReadonlyArray<number> => Array.from({ length: most + 2 }, (_, count) => count)

/** Every state that the counters can be in around the limits of a policy: one more failure changes nothing beyond. */
const statesUnder = ({ amounts, letters }: StateRuleSet["policy"]["verification"]["attempts"]): Space<Counters> => ({
  amountFailures: upTo(amounts.maxFailures),
  amountFailuresInYear: upTo(amounts.maxFailuresPerYear),
  letterFailures: upTo(letters.maxFailures),
  letterFailuresLately: [0, 1, 2],
  letterFailuresEverywhere: [...upTo(letters.maxFailures), letters.alarmFailures - 1, letters.alarmFailures, 100_000]
})

/**
 * Proves, over every state of the counters, that nobody can close letters to somebody else.
 *
 * **Details**
 *
 * What others guess, request or reserve reaches a claim as these counters alone, since a locked claim reads nothing else
 * (I18): so a claim that no state locks is evaluated, whatever they did.
 */
export const proveLetters = ({ ask, id, policy }: StateRuleSet): ReadonlyArray<ProofLine> => {
  const { letters } = policy.verification.attempts
  const claim = {
    taxpayerType: "individual",
    idType: "SSN",
    id: "900126789",
    accountType: "personal-income-tax"
  } as const
  const byLetter = { ...claim, kind: "letterId", amount: null, letterId: "L0123456789" } as const
  const byAmount = { ...claim, kind: "taxReturnAmount", amount: 1, letterId: null } as const
  const factsOf = (what: typeof byLetter | typeof byAmount, attempts: Counters) =>
    ({ claim: what, attempts: { ...attempts }, record: sealed }) as const
  const isLocked = (what: typeof byLetter | typeof byAmount, attempts: Counters): boolean =>
    ask.verification.evaluate(factsOf(what, attempts)).decision._tag === "Locked"

  const claims: Readonly<Record<string, (state: Counters) => boolean>> = {
    "I24 in every state of the counters a letter from a network that has not failed is evaluated": (state) =>
      state.letterFailures > 0 || !isLocked(byLetter, { ...state, letterFailuresLately: 0 }),
    "I24 a network that has failed is evaluated again once it has waited": (state) =>
      state.letterFailuresLately > 0 || !isLocked(byLetter, state),
    "I24 a network that has failed less often than an alarm allows is evaluated at once": (state) =>
      state.letterFailures >= letters.maxFailuresInAlarm || !isLocked(byLetter, state),
    "I24 neither counter counts for the other": (state) =>
      isLocked(byLetter, state) === isLocked(byLetter, { ...state, amountFailures: 0, amountFailuresInYear: 0 }) &&
      isLocked(byAmount, state) ===
        isLocked(byAmount, { ...state, letterFailures: 0, letterFailuresLately: 0, letterFailuresEverywhere: 0 }),
    "D-61 a network that has used up its failures, and failed lately, waits": (state) =>
      state.letterFailures < letters.maxFailures || state.letterFailuresLately === 0 || isLocked(byLetter, state)
  }
  const { broken, cases } = prove(statesUnder(policy.verification.attempts), claims)
  return Object.keys(claims).map((said): ProofLine => {
    const [head = ""] = said.split(" ", 1)
    const line = { id: head, claim: said.slice(head.length + 1), cases }
    const found = broken.find((its) => its.claim === said)
    if (found === undefined) return line
    const none = {
      amountFailures: 0,
      amountFailuresInYear: 0,
      letterFailures: 0,
      letterFailuresLately: 0,
      letterFailuresEverywhere: 0
    }
    return {
      ...line,
      counterExample: [
        `under ${id}, whatever the rest, when`,
        ...Object.entries(found.example).map(([name, value]) => `  ${name} is ${String(value)}`),
        ...explainToStaff(ask.verification, factsOf(byLetter, { ...none, ...found.example })).map((each) => `  ${each}`)
      ]
    }
  })
}
