import { describe, expect, test } from "vitest"
import { logonRequestJourney } from "../../src/journey/logonRequestJourney.ts"
import type { Step, StepId } from "../../src/journey/logonRequestJourney.ts"
import { firstOpenStep, stepBefore, stepsOnTheWay } from "../../src/journey/stepsOnTheWay.ts"

const steps = Object.entries(logonRequestJourney) as ReadonlyArray<[StepId, Step]>
const ways = ["amount", "letterId", "lineItem"].map((move) => ({ "verification-type": move }))

describe("the journey of a logon request", () => {
  test("leads only to steps that exist, or out", () => {
    for (const [, { on }] of steps) {
      for (const target of Object.values(on)) expect([...Object.keys(logonRequestJourney), "exit"]).toContain(target)
    }
  })

  test("reaches every step on one of its ways", () => {
    expect(new Set(ways.flatMap(stepsOnTheWay))).toEqual(new Set(Object.keys(logonRequestJourney)))
  })

  test("R-39 can be left at every step until it is submitted", () => {
    for (const [step, { on }] of steps) if (step !== "confirmation") expect(on["cancel"]).toBe("exit")
  })

  test("I14 can be gone back at every step but the first, until it is submitted", () => {
    for (const moves of ways) {
      const [first, ...rest] = stepsOnTheWay(moves)
      expect(stepBefore(first!, moves)).toBeUndefined()
      for (const step of rest) {
        if (step === "confirmation") expect(stepBefore(step, moves)).toBeUndefined()
        else expect(stepsOnTheWay(moves)).toContain(stepBefore(step, moves))
      }
    }
  })

  test.each([
    { move: "amount", evidence: "tax-amount" },
    { move: "letterId", evidence: "letter-id" },
    { move: "lineItem", evidence: "line-item" }
  ])("goes to $evidence for $move, and back from the profile to it", ({ move, evidence }) => {
    expect(stepBefore("profile", { "verification-type": move })).toBe(evidence)
  })

  test("opens the first step that is not answered, and the summary when all are", () => {
    expect(firstOpenStep(new Set(), {})).toBe("taxpayer-type")
    expect(firstOpenStep(new Set<StepId>(["taxpayer-type", "profile"]), {})).toBe("taxpayer-id")
    expect(firstOpenStep(new Set(Object.keys(logonRequestJourney) as StepId[]), {})).toBe("summary")
  })

  test("D-29 a changed ID, account type or claim undoes the proof, the role and the letter; later answers undo nothing", () => {
    const undoing = steps.filter(([, { undoes }]) => undoes.length > 0).map(([step]) => step)
    expect(undoing).toEqual([
      "taxpayer-type",
      "taxpayer-id",
      "verification-type",
      "tax-amount",
      "letter-id",
      "line-item"
    ])
  })
})
