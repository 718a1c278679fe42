import { describe, expect, test } from "vitest"
import { ask } from "../../src/engine/ask.ts"
import { explainToStaff, staffFindingsOf } from "../../src/engine/explain.ts"
import { missing } from "../../src/engine/missing.ts"
import { over, sealed } from "../../src/engine/Rule.ts"
import type { FactSheet } from "../../src/engine/Rule.ts"
import { saysOf } from "../../src/engine/RuleSet.ts"
import { sandbox } from "../outcomeOf.ts"
import { larry } from "../verification/larry.ts"

interface Facts {
  readonly basket: { readonly prices: ReadonlyArray<number>; readonly code: string }
}

const sheet: FactSheet<Facts> = {
  "basket.prices": { label: "the prices", field: null, secret: false, of: ({ basket }) => basket.prices, show: String },
  "basket.code": { label: "the code", field: null, secret: false, of: ({ basket }) => basket.code, show: String }
}
const { derived, question, rule, ruleOn } = over<Facts, { readonly max: number }>(sheet)

let walks = 0
const total = derived({
  id: "basket.total",
  label: "the total",
  cites: [{ decision: "D-01" }],
  reads: ["basket.prices"],
  of: ({ basket }) => {
    walks += 1
    return basket.prices.reduce((sum, price) => sum + price, 0)
  },
  show: String
})
const base = { cites: [{ decision: "D-01" }], message: "issue.x", remedies: ["remedy.call"] } as const
const notEmpty = ruleOn(total, { ...base, id: "X-1", title: "Something is in it", holds: (sum) => sum > 0 })
const notTooMuch = ruleOn(total, { ...base, id: "X-2", title: "Not too much", holds: (sum, { max }) => sum <= max })
const coded = rule({
  ...base,
  id: "X-3",
  title: "It has a code",
  reads: ["basket.code"],
  check: ({ basket }) => basket.code !== ""
})
const basket = ask(
  question({
    id: "basket",
    refusedUnless: [coded, notEmpty, notTooMuch],
    reads: [],
    grants: () => "sold" as const,
    secretAnswer: { message: "issue.x", remedies: ["remedy.call"] }
  }),
  { max: 10 }
)

describe("a derived fact", () => {
  test.each([
    { asking: "decide", run: () => basket.decide({ basket: { prices: [0], code: "a" } }) },
    { asking: "evaluate", run: () => basket.evaluate({ basket: { prices: [4, 9], code: "a" } }) }
  ])("is worked out once for all its rules, by $asking", ({ run }) => {
    walks = 0
    run()
    expect(walks).toBe(1)
  })

  test("is worked out anew for each evaluation, also of an object that was changed in place", () => {
    const facts = { basket: { prices: [4], code: "a" } }
    expect(basket.decide(facts)._tag).toBe("Accepted")
    facts.basket.prices[0] = 40
    expect(basket.decide(facts)).toMatchObject({ _tag: "Refused", rule: { id: "X-2" } })
  })

  test.each([
    { prices: "absent", known: { basket: { code: "a" } } },
    { prices: "sealed", known: { basket: { code: "a", prices: sealed } } }
  ] as const)("is not worked out while what it reads is not known ($prices), and its rules wait", ({ known }) => {
    walks = 0
    const { decision, findings } = basket.evaluate(known)
    expect(walks).toBe(0)
    expect(decision._tag).toBe("NeedsFacts")
    expect(findings.map(({ outcome }) => outcome)).toEqual(["pass", "pending", "pending"])
    expect(missing(basket, known)).toEqual([{ given: {}, facts: ["basket.prices"] }])
  })

  test("of a basket that can be refused without it is not worked out", () => {
    walks = 0
    expect(basket.decide({ basket: { prices: [1], code: "" } })).toMatchObject({ rule: { id: "X-3" } })
    expect(walks).toBe(0)
  })

  test("has its line beside what a rule read, for staff", () => {
    expect(explainToStaff(basket, { basket: { prices: [4, 9], code: "a" } })).toEqual([
      "pass          X-3 It has a code (D-01): the code: a",
      "pass          X-1 Something is in it (D-01): the prices: 4,9, the total: 13",
      "fail          X-2 Not too much (D-01): the prices: 4,9, the total: 13"
    ])
  })

  test("is the same for its rules as for whoever calls a rule's check alone", () => {
    const facts = { basket: { prices: [4, 9], code: "a" } }
    expect([notEmpty.check(facts, { max: 10 }), notTooMuch.check(facts, { max: 10 })]).toEqual([true, false])
  })

  test("is no part of what a rule set says, so that its hash stays", () => {
    const said = JSON.parse(saysOf(sandbox)) as { questions: ReadonlyArray<{ rows: ReadonlyArray<{ id: string }> }> }
    const rows = said.questions.flatMap(({ rows }) => rows).filter(({ id }) => id === "R-07")
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).not.toHaveProperty("asks")
  })

  test("of the returns shows staff what was found, and never an amount", () => {
    const line = staffFindingsOf(sandbox.ask.verification, larry).find(({ rule }) => rule === "R-07")
    expect(line?.read.at(-1)).toEqual({
      path: "record.matchingReturns",
      label: "the returns of the window that the amount stands on",
      shown: "one that counts"
    })
  })
})
