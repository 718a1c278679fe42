import { describe, expect, test } from "vitest"
import { adviceOf } from "../../src/engine/explain.ts"
import { masterIsConfirmed } from "../../src/access/contestRules.ts"
import { sandbox } from "../outcomeOf.ts"

const { contest, granting } = sandbox.ask
const saysOf = (decision: { readonly _tag: string; readonly rule?: { readonly id: string } }) =>
  decision.rule?.id ?? decision._tag

describe("D-25b, D-25c, D-62a who takes the place of a Master Administrator", () => {
  const stands = {
    evidence: "letterId",
    letterStands: true,
    openedAt: 1000,
    staffOnly: false,
    letterMailedAt: 1001
  } as const
  test.each([
    { ...stands, says: "Accepted" },
    { ...stands, letterMailedAt: 1000, says: "Accepted" },
    { ...stands, letterMailedAt: 999, says: "D-25c" },
    { ...stands, letterMailedAt: null, says: "D-25c" },
    { ...stands, openedAt: 0, letterMailedAt: null, says: "D-25c" },
    { ...stands, openedAt: null, says: "D-25c" },
    { ...stands, letterStands: false, openedAt: null, letterMailedAt: 1, says: "Accepted" },
    { ...stands, letterStands: false, letterMailedAt: 999, says: "Accepted" },
    { ...stands, letterStands: false, staffOnly: true, says: "D-62a" },
    { ...stands, staffOnly: true, says: "D-62a" },
    { ...stands, evidence: "amount", letterStands: false, letterMailedAt: null, says: "D-25b" },
    { ...stands, evidence: "amount", says: "D-25b" },
    { ...stands, evidence: "lineItem", letterStands: false, says: "D-25b" }
  ] as const)(
    "$evidence, letter there $letterStands, contest $openedAt, staff $staffOnly, letter $letterMailedAt: $says",
    ({ says, ...facts }) => {
      expect(saysOf(contest.decide({ contest: facts }))).toBe(says)
      const found = contest.evaluate({ contest: facts }).findings.filter(({ outcome }) => outcome === "fail")
      expect(found.some(({ rule }) => rule.id === says)).toBe(says !== "Accepted")
    }
  )
})

describe("D-25d, D-60a what a Master Administrator may do before it is sure", () => {
  test.each([
    { evidence: "letterId", letterCodeEntered: false, effectiveDays: 0, says: "Accepted" },
    { evidence: "amount", letterCodeEntered: true, effectiveDays: 0, says: "Accepted" },
    { evidence: "amount", letterCodeEntered: false, effectiveDays: 13, says: "D-25d" },
    { evidence: "amount", letterCodeEntered: false, effectiveDays: 14, says: "Accepted" },
    { evidence: "lineItem", letterCodeEntered: false, effectiveDays: 13, says: "D-25d" },
    { evidence: "letterId", letterCodeEntered: true, effectiveDays: 90, contestOpen: true, says: "D-60a" }
  ] as const)("$evidence, code $letterCodeEntered, $effectiveDays days: $says", ({ says, ...facts }) => {
    expect(saysOf(granting.decide({ granting: { contestOpen: false, ...facts } }))).toBe(says)
  })

  test("is told for how long", () => {
    expect(adviceOf(granting, masterIsConfirmed).params).toEqual({ days: 14 })
  })
})
