import { expect, test } from "vitest"
import { formLinesOf } from "../../src/steps/tax-amount/formLinesOf.ts"
import { options } from "../fixtures.ts"

const rowsOf = (kind: string) =>
  formLinesOf(options, "personal-income-tax", kind)
    .filter(({ form }) => form === "Form 1")
    .map(({ oldest, newest, line }) => ({ oldest, newest, line }))

test("years in a row with one line are one row of the help table", () => {
  expect(rowsOf("taxReturnAmount")).toEqual([{ oldest: 2017, newest: 2019, line: "32" }])
})

test("a line that moved has a row for each place", () => {
  expect(rowsOf("refundAmount")).toEqual([
    { oldest: 2019, newest: 2019, line: "50" },
    { oldest: 2018, newest: 2018, line: "49" },
    { oldest: 2017, newest: 2017, line: "48" }
  ])
})

test("an account type without lines has no row", () => {
  expect(formLinesOf(options, "personal-income-tax", "lineItem")).toEqual([])
})
