import { describe, expect, test } from "vitest"
import { steps } from "../../src/logon-request/steps.ts"
import {
  attemptKindOf,
  attemptKinds,
  claimKinds,
  evidences,
  evidenceSteps,
  isAmountKind,
  isLineKind
} from "../../src/verification/claimKinds.ts"

describe("the table of claim kinds", () => {
  test("gives what can be proved with, the counters and the steps, each once", () => {
    expect(evidences).toEqual(["amount", "lineItem", "letterId"])
    expect(attemptKinds).toEqual(["amount", "letter"])
    expect(evidenceSteps).toEqual(["tax-amount", "line-item", "letter-id"])
  })

  test("R-09 has a line for every kind but a letter", () => {
    expect(Object.keys(claimKinds).filter((kind) => !isLineKind(kind as never))).toEqual(["letterId"])
    expect(Object.keys(claimKinds).filter((kind) => isAmountKind(kind as never))).toEqual([
      "taxReturnAmount",
      "refundAmount",
      "amountDue"
    ])
  })

  test("D-30 D-61 counts a letter by itself, and what proves nothing not at all", () => {
    expect(Object.keys(steps).map((step) => [step, attemptKindOf(step)])).toEqual([
      ["taxpayer-type", undefined],
      ["taxpayer-id", undefined],
      ["verification-type", undefined],
      ["tax-amount", "amount"],
      ["letter-id", "letter"],
      ["line-item", "amount"],
      ["profile", undefined],
      ["logon", undefined],
      ["profile-access", undefined],
      ["terms", undefined]
    ])
  })

  test("names the steps that claim something, and no other step does", () => {
    const claiming = Object.entries(steps).filter(([, { claim }]) => claim !== undefined)
    expect(new Set(claiming.map(([step]) => step))).toEqual(new Set(evidenceSteps))
  })

  test("has each claim of a step counted where the step is", () => {
    const claims = [
      ["tax-amount", steps["tax-amount"].claim?.({ amountKind: "refundAmount", amount: 100 })],
      ["line-item", steps["line-item"].claim?.({ amount: 100 })],
      ["letter-id", steps["letter-id"].claim?.({ letterId: "L0123456789" })]
    ] as const
    for (const [step, claim] of claims) expect(claimKinds[claim!.kind].step).toBe(step)
  })
})
