import { over } from "../engine/Rule.ts"
import type { FactSheet, Question } from "../engine/Rule.ts"
import { secondStepFacts } from "./secondStepFacts.ts"
import type { SecondStepFacts } from "./secondStepFacts.ts"
import type { TwoStepPolicy } from "./twoStepSheet.ts"

const { rule } = over<SecondStepFacts, TwoStepPolicy>(secondStepFacts)

/** The lock that every method shares: another method gives no more tries. */
export const secondStepIsNotLocked = rule({
  id: "D-14d",
  formerIds: ["D-14a"],
  title: "The logon is not locked after failures in a row, over all its ways",
  cites: [
    { decision: "D-14" },
    { source: "NIST SP 800-63B-4, 3.2.2 Rate limiting", url: "https://pages.nist.gov/800-63-4/sp800-63b.html" }
  ],
  reads: ["secondStep.failuresInARow", "secondStep.now", "secondStep.lockedUntil"],
  check: ({ secondStep: { failuresInARow, lockedUntil, now } }, { twoStep }) =>
    lockedUntil === null ? failuresInARow < twoStep.code.maxFailuresInARow : now >= lockedUntil,
  message: "decision.codes-locked",
  params: ({ twoStep: { code } }) => ({ minutes: code.lockMinutes }),
  remedies: ["remedy.wait", "remedy.call"]
})

type Method<F> = Pick<Question<F, TwoStepPolicy, "confirmed">, "id" | "refusedUnless" | "secretAnswer">

/** Returns the functions that build the rules of one method over its facts, and its question behind the common lock. */
export const overSecondStep = <F extends SecondStepFacts>(sheet: FactSheet<F>) => {
  const { question, rule } = over<F, TwoStepPolicy>(sheet)
  const secondStep = (method: Method<F>): Question<F, TwoStepPolicy, "confirmed"> =>
    question({ ...method, lockedUnless: [secondStepIsNotLocked], reads: [], grants: () => "confirmed" })
  return { rule, secondStep }
}
