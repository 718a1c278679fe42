import { describe, expect, test } from "vitest"
import type { FormLine } from "../../src/verification/verificationSheet.ts"
import { isFormLineFor } from "../../src/verification/isFormLineFor.ts"
import { isSameText } from "../../src/verification/isSameText.ts"
import { letterIdIsWellFormed } from "../../src/verification/verificationRules.ts"
import { sealed } from "../../src/engine/Rule.ts"
import { outcomeOf, sandbox } from "../outcomeOf.ts"
import { claiming, larry } from "./larry.ts"

const row = (change: Partial<FormLine>): FormLine => ({
  accountType: "meals",
  kind: "taxReturnAmount",
  taxYears: { from: 2018, to: 2020 },
  form: null,
  line: null,
  label: "form-line.tax",
  unit: "cents",
  verified: false,
  source: "a test",
  ...change
})

describe("R-09 a row of the table of lines", () => {
  test.each([
    { taxYear: 2017, is: false },
    { taxYear: 2018, is: true },
    { taxYear: 2020, is: true },
    { taxYear: 2021, is: false }
  ])("from 2018 to 2020, in $taxYear: $is", ({ is, taxYear }) => {
    expect(isFormLineFor(row({}), "meals", "taxReturnAmount", taxYear)).toBe(is)
  })

  test("with open ends holds in every year", () => {
    const open = row({ taxYears: { from: null, to: null } })
    expect([1990, 2050].map((taxYear) => isFormLineFor(open, "meals", "taxReturnAmount", taxYear))).toEqual([
      true,
      true
    ])
  })

  test("of no form in particular is one of each form; of a form, of that one", () => {
    expect(isFormLineFor(row({}), "meals", "taxReturnAmount", 2019, "Form 1")).toBe(true)
    expect(isFormLineFor(row({ form: "Form 1" }), "meals", "taxReturnAmount", 2019, "Form 1")).toBe(true)
    expect(isFormLineFor(row({ form: "Form 2" }), "meals", "taxReturnAmount", 2019, "Form 1")).toBe(false)
    expect(isFormLineFor(row({ form: "Form 2" }), "meals", "taxReturnAmount", 2019)).toBe(true)
  })

  test("of another account type or kind is none", () => {
    expect(isFormLineFor(row({}), "withholding", "taxReturnAmount", 2019)).toBe(false)
    expect(isFormLineFor(row({}), "meals", "refundAmount", 2019)).toBe(false)
  })
})

test("R-43 cents are kept where a row in whole dollars is of another kind or another account type", () => {
  const claim = { ...larry.claim, amount: 10_049 }
  const record = {
    ...larry.record,
    returns: [
      { ...larry.record.returns[0]!, filed: { ...larry.record.returns[0]!.filed, incomeTaxAfterCredits: 10_000 } }
    ]
  }
  expect(sandbox.ask.verification.decide({ ...larry, claim, record })._tag).toBe("Refused")
})

test.each([
  { what: "L and ten digits", letterId: "L0123456789", outcome: "pass" },
  { what: "something before the L", letterId: "xL0123456789", outcome: "fail" },
  { what: "something after the digits", letterId: "L0123456789x", outcome: "fail" },
  { what: "eleven digits", letterId: "L01234567890", outcome: "fail" }
])("D-07a $what: $outcome", ({ letterId, outcome }) => {
  const facts = claiming({ kind: "letterId", amount: null, letterId })
  expect(outcomeOf(sandbox.ask.verification.question, letterIdIsWellFormed, facts, sandbox.policy)).toBe(outcome)
})

test("D-07a, R-14a no letter ID is no letter, whatever is on file", () => {
  const facts = claiming(
    { kind: "letterId", amount: null, letterId: null },
    { letters: [{ letterId: "", kind: "sign-up", ageDays: 1, state: "live" }] }
  )
  expect(sandbox.ask.verification.decide(facts)).toMatchObject({ _tag: "Refused", rule: { id: "D-07a" } })
})

test("texts of different lengths differ, wherever the longer one goes on", () => {
  expect([isSameText("abc", "abcd"), isSameText("abcd", "abc"), isSameText("", "a")]).toEqual([false, false, false])
})

test("R-20 a role is granted once it is known whether a Master Administrator exists", () => {
  const { logonRequest } = sandbox.ask
  const terms = { termsAccepted: true, termsVersion: sandbox.policy.terms.version }
  expect(logonRequest.evaluate({ ...larry, access: terms }).decision._tag).toBe("NeedsFacts")
  expect(logonRequest.evaluate({ ...larry, access: sealed }).decision._tag).toBe("NeedsFacts")
  const access = { ...terms, masterExists: false, accountType: "personal-income-tax" } as const
  expect(logonRequest.evaluate({ ...larry, access }).decision._tag).toBe("Accepted")
})
