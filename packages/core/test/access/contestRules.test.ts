import { describe, expect, test } from "vitest"
import { adviceOf } from "../../src/engine/explain.ts"
import { masterIsConfirmed } from "../../src/access/contestRules.ts"
import { sandbox } from "../outcomeOf.ts"

const { contest, granting } = sandbox.ask
const saysOf = (decision: { readonly _tag: string; readonly rule?: { readonly id: string } }) =>
  decision.rule?.id ?? decision._tag

describe("D-25a, D-25b, D-25c who takes the place of a Master Administrator", () => {
  test.each([
    { evidence: "letterId", openedAt: 1000, letterMailedAt: 1001, says: "Accepted" },
    { evidence: "letterId", openedAt: 1000, letterMailedAt: 1000, says: "D-25c" },
    { evidence: "letterId", openedAt: 1000, letterMailedAt: null, says: "D-25c" },
    { evidence: "letterId", openedAt: null, letterMailedAt: 1001, says: "D-25a" },
    { evidence: "amount", openedAt: 1000, letterMailedAt: null, says: "D-25b" },
    { evidence: "amount", openedAt: 1000, letterMailedAt: 1001, says: "D-25b" },
    { evidence: "lineItem", openedAt: 1000, letterMailedAt: 1001, says: "D-25b" }
  ] as const)("$evidence, contest $openedAt, letter $letterMailedAt: $says", ({ says, ...facts }) => {
    expect(saysOf(contest.decide({ contest: facts }))).toBe(says)
    const found = contest.evaluate({ contest: facts }).findings.filter(({ outcome }) => outcome === "fail")
    expect(found.some(({ rule }) => rule.id === says)).toBe(says !== "Accepted")
  })

  test("a letter without a contest began none: both rules say so", () => {
    const facts = { contest: { evidence: "letterId", openedAt: null, letterMailedAt: 1 } } as const
    expect(contest.evaluate(facts).findings.map(({ outcome }) => outcome)).toEqual(["fail", "pass", "fail"])
  })
})

describe("D-25d what a Master Administrator may do before it is sure", () => {
  test.each([
    { evidence: "letterId", letterCodeEntered: false, effectiveDays: 0, says: "Accepted" },
    { evidence: "amount", letterCodeEntered: true, effectiveDays: 0, says: "Accepted" },
    { evidence: "amount", letterCodeEntered: false, effectiveDays: 13, says: "D-25d" },
    { evidence: "amount", letterCodeEntered: false, effectiveDays: 14, says: "Accepted" },
    { evidence: "lineItem", letterCodeEntered: false, effectiveDays: 13, says: "D-25d" }
  ] as const)("$evidence, code $letterCodeEntered, $effectiveDays days: $says", ({ says, ...facts }) => {
    expect(saysOf(granting.decide({ granting: facts }))).toBe(says)
  })

  test("is told for how long", () => {
    expect(adviceOf(granting, masterIsConfirmed).params).toEqual({ days: 14 })
  })
})
