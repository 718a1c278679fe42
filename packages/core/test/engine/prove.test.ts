import { expect, test } from "vitest"
import { canonical } from "../../src/engine/RuleSet.ts"
import { explainToTaxpayer, isSecret } from "../../src/engine/explain.ts"
import { casesOf, prove } from "../../src/engine/prove.ts"
import { sealed } from "../../src/engine/Rule.ts"
import { sandbox } from "../outcomeOf.ts"
import { factsOf, few, isInWindow, isLocked, space } from "./space.ts"
import type { Case } from "./space.ts"

const { logonRequest } = sandbox.ask
const says = (decision: { readonly _tag: string; readonly rule?: { readonly id: string } }) =>
  decision.rule?.id ?? decision._tag
const decided = (c: Case) => logonRequest.decide(factsOf(c))
const isAccepted = (c: Case) => decided(c)._tag === "Accepted"

test("the invariants hold in every case of the space", () => {
  const { cases, broken } = prove(space, {
    "I1 accepted only with evidence": (c) =>
      !isAccepted(c) ||
      (!isLocked(c) && c.known && c.filed && (c.kind === "letterId" ? c.letter === "live" : isInWindow(c))),
    "I2 no amount, not accepted": (c) => c.kind === "letterId" || c.amount !== "none" || !isAccepted(c),
    "I7 neither the fourth return nor another type's": (c) => c.kind === "letterId" || isInWindow(c) || !isAccepted(c),
    "I8 not accepted without terms": (c) => c.terms === "accepted" || !isAccepted(c),
    "D-30 what is locked is not accepted, and nothing else is locked": (c) =>
      isLocked(c) === (decided(c)._tag === "Locked")
  })
  expect(broken).toEqual([])
  expect(cases).toBe(580_608)
})

test("I3, I4, I5 the role follows from the Master Administrator alone", () => {
  const { broken } = prove(
    { ...few, taxProfessional: [true, false], masterExists: [true, false] },
    {
      role: (c) => {
        const decision = decided(c)
        if (decision._tag !== "Accepted") return true
        return c.masterExists ? decision.grant.scope === c.accountType : decision.grant.role === "MasterAdministrator"
      }
    }
  )
  expect(broken).toEqual([])
})

test("I6, I13, I17, I18 one answer for every secret cause, the fast answer is the whole one, a lock reads nothing secret", () => {
  const { broken } = prove(few, {
    "I6 one answer": (c) => {
      const decision = decided(c)
      if (!("rule" in decision) || !isSecret(decision.rule, logonRequest.question)) return true
      const { secretAnswer } = logonRequest.question
      return canonical(explainToTaxpayer(logonRequest, factsOf(c))) === canonical([{ ...secretAnswer, params: {} }])
    },
    "I13 a remedy": (c) => {
      const [advice] = explainToTaxpayer(logonRequest, factsOf(c))
      return isAccepted(c) || (advice?.remedies.length ?? 0) > 0
    },
    "I17 fast answer": (c) => says(decided(c)) === says(logonRequest.evaluate(factsOf(c)).decision),
    "I18 locked with the record sealed": (c) =>
      logonRequest.evaluate({ ...factsOf(c), record: sealed }).decision._tag === "Locked" || !isLocked(c)
  })
  expect(broken).toEqual([])
})

test("a claim that does not hold is broken by one readable case", () => {
  const { broken } = prove(space, { "(false) a filed amount is enough": (c) => c.amount !== "first" || isAccepted(c) })
  expect(broken).toHaveLength(1)
  expect(broken[0]!.example).toEqual({ taxpayerType: "business", amount: "first" })
})

test("the cases of a space are all there, each once", () => {
  const cases = Array.from(casesOf({ a: [1, 2], b: ["x", "y", "z"] }), ({ a, b }) => `${a}${b}`)
  expect(cases.sort()).toEqual(["1x", "1y", "1z", "2x", "2y", "2z"])
})
