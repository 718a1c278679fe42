import { describe, expect, test } from "vitest"
import type { PolicyInForce } from "../../src/questions/policySheet.ts"
import { isFormLineFor } from "../../src/verification/isFormLineFor.ts"
import { matchReturns } from "../../src/verification/isOnAReturn.ts"
import { sandbox } from "../outcomeOf.ts"
import { claim, filed, linesOf } from "./larry.ts"

const today = "2020-11-20"
const holds = (
  claimed: Partial<typeof claim>,
  returns: ReadonlyArray<ReturnType<typeof filed>>,
  change: Partial<PolicyInForce["verification"]> = {},
  formLines = sandbox.policy.formLines
) =>
  matchReturns(
    { ...claim, ...claimed },
    { returns, today },
    // A table of its own: what is looked up once a table is looked up here.
    { formLines: [...formLines], verification: { ...sandbox.policy.verification, ...change } }
  ).settled

describe("R-11 the amount is that of the return as it was first filed", () => {
  const adjusted = filed(2019, 10_000, { adjusted: linesOf({ incomeTaxAfterCredits: 20_000 }) })
  test.each([
    { amounts: "filed", amount: 10_000, is: true },
    { amounts: "filed", amount: 20_000, is: false },
    { amounts: "adjusted", amount: 10_000, is: false },
    { amounts: "adjusted", amount: 20_000, is: true },
    { amounts: "either", amount: 10_000, is: true },
    { amounts: "either", amount: 20_000, is: true }
  ] as const)("policy $amounts, $amount cents: $is", ({ amounts, amount, is }) => {
    expect(holds({ amount }, [adjusted], { amounts })).toBe(is)
  })

  test("where nothing was corrected the adjusted amount is the filed one", () => {
    expect(holds({}, [filed(2019, 10_000)], { amounts: "adjusted" })).toBe(true)
  })

  test("an amendment neither counts nor takes a place of the window", () => {
    const amendment = filed(2019, 20_000, { amendedOf: "2019-12-31" })
    expect(holds({ amount: 20_000 }, [filed(2019, 10_000), amendment])).toBe(false)
    const amendments = [2019, 2018].map((year) => filed(year, 1, { amendedOf: `${year}-12-31` }))
    expect(holds({}, [...amendments, filed(2019, 2), filed(2018, 3), filed(2017, 10_000)])).toBe(true)
    expect(holds({}, [...amendments, filed(2017, 2), filed(2016, 3), filed(2015, 10_000)])).toBe(true)
  })
})

test("R-12 a joint return counts where the policy accepts it", () => {
  const joint = [filed(2019, 10_000, { joint: true })]
  expect(holds({}, joint)).toBe(true)
  expect(holds({}, joint, { jointReturns: "refused" })).toBe(false)
})

describe("R-15 a line item is the line of its account type's form", () => {
  test.each([
    {
      accountType: "corporate-excise",
      label: "form-line.total-assets",
      forms: ["Form 355", "Form 355S", "Form 355SC"]
    },
    { accountType: "financial-institution-excise", label: "form-line.net-income", forms: ["Form 63 FI"] },
    { accountType: "unrelated-business-income", label: "form-line.net-income", forms: ["Form M-990T-62", "Form 3M"] },
    { accountType: "personal-income-tax", label: undefined, forms: [] }
  ] as const)("$accountType: $label on $forms", ({ accountType, forms, label }) => {
    const rows = sandbox.policy.formLines.filter((row) => isFormLineFor(row, accountType, "lineItem", 2019))
    expect(rows.map(({ form }) => form)).toEqual(forms)
    expect(rows.every((row) => row.label === label)).toBe(true)
  })
})

test("R-42 the refund is the line of the form", () => {
  const returns = [filed(2019, 1, { filed: linesOf({ incomeTaxAfterCredits: 1, refund: 50_000 }) })]
  expect(holds({ kind: "refundAmount", amount: 50_000 }, returns)).toBe(true)
  expect(holds({ kind: "refundAmount", amount: 49_000 }, returns)).toBe(false)
})

describe("R-43 a line in whole dollars is met by an amount rounded half up", () => {
  const form355 = (lineItem: number) =>
    filed(2019, 1, { accountType: "corporate-excise", form: "Form 355", filed: linesOf({ lineItem }) })
  test.each([
    { amount: 1_234_500, is: true },
    { amount: 1_234_450, is: true },
    { amount: 1_234_549, is: true },
    { amount: 1_234_449, is: false },
    { amount: 1_234_550, is: false }
  ])("$amount cents for 12,345 dollars: $is", ({ amount, is }) => {
    expect(holds({ accountType: "corporate-excise", kind: "lineItem", amount }, [form355(1_234_500)])).toBe(is)
  })

  test("a form that is not in the table is in cents", () => {
    const other = { ...form355(1_234_449), form: "Form 1120" }
    expect(holds({ accountType: "corporate-excise", kind: "lineItem", amount: 1_234_449 }, [other])).toBe(true)
  })

  test("one row of a table is enough", () => {
    const row = sandbox.policy.formLines.filter(({ form, kind }) => form === "Form 355" && kind === "lineItem")
    const claimed = { accountType: "corporate-excise", kind: "lineItem", amount: 1_234_549 } as const
    expect(row).toHaveLength(1)
    expect(holds(claimed, [form355(1_234_500)], {}, row)).toBe(true)
    expect(holds(claimed, [form355(1_234_500)], {}, [])).toBe(false)
  })

  test("what rounds to zero matches nothing", () => {
    expect(holds({ accountType: "corporate-excise", kind: "lineItem", amount: 49 }, [form355(0)])).toBe(false)
  })

  test("a line in cents is not rounded", () => {
    expect(holds({ amount: 9_999 }, [filed(2019, 10_000)])).toBe(false)
  })
})

describe("R-44 the window is ordered by the end of the period", () => {
  const monthly = (periodEnd: string, amount: number) =>
    filed(Number(periodEnd.slice(0, 4)), amount, {
      accountType: "meals",
      form: "Form ST-MAB-4",
      periodEnd,
      postedOn: "2020-10-01"
    })
  const returns = ["2020-06-30", "2020-09-30", "2020-07-31", "2020-08-31"].map((end, i) => monthly(end, (i + 1) * 100))
  test.each([
    { amount: 200, is: true },
    { amount: 400, is: true },
    { amount: 300, is: true },
    { amount: 100, is: false }
  ])("in whatever order they are stored, $amount cents: $is", ({ amount, is }) => {
    expect(holds({ accountType: "meals", amount }, returns)).toBe(is)
  })

  test("returns of another account type take no place", () => {
    const others = [2019, 2018, 2017].map((year) => filed(year, 1, { accountType: "meals" }))
    expect(holds({}, [...others, filed(2016, 10_000), filed(2015, 2)])).toBe(true)
  })

  test("two returns of one period take one place, two with one amount are one match", () => {
    const two = [filed(2019, 10_000), filed(2019, 10_000), filed(2018, 2), filed(2017, 3)]
    expect(holds({}, two)).toBe(true)
    expect(holds({ amount: 3 }, two)).toBe(true)
  })
})
