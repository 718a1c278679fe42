import { describe, expect, it, test } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { formatUsd } from "../../src/money/formatUsd.ts"
import { parseUsd } from "../../src/money/parseUsd.ts"

describe("R-10 an amount is read to the cent", () => {
  test.each([
    { typed: "100.00", value: 10_000 },
    { typed: "100", value: 10_000 },
    { typed: "$1,234.50", value: 123_450 },
    { typed: "1234.5", value: 123_450 },
    { typed: " 1 234.50 ", value: 123_450 },
    { typed: "$ 7.", value: 700 },
    { typed: "0", value: 0 },
    { typed: "007", value: 700 },
    { typed: "999,999,999.99", value: 99_999_999_999 }
  ])("$typed: $value cents", ({ typed, value }) => {
    expect(parseUsd(typed)).toEqual({ value })
  })

  test.each([
    { typed: "", issue: "issue.amount-missing" },
    { typed: "$", issue: "issue.amount-missing" },
    { typed: "-1", issue: "issue.amount-malformed" },
    { typed: "1e5", issue: "issue.amount-malformed" },
    { typed: "NaN", issue: "issue.amount-malformed" },
    { typed: "１００", issue: "issue.amount-malformed" },
    { typed: "1,50", issue: "issue.amount-malformed" },
    { typed: "12,34,567", issue: "issue.amount-malformed" },
    { typed: "1.2.3", issue: "issue.amount-malformed" },
    { typed: "$$1", issue: "issue.amount-malformed" },
    { typed: "1.005", issue: "issue.amount-too-many-decimals" },
    { typed: "1,000,000,000", issue: "issue.amount-too-large" },
    { typed: "9".repeat(400), issue: "issue.amount-too-large" }
  ])("$typed is none: $issue", ({ typed, issue }) => {
    expect(parseUsd(typed)).toEqual({ issue })
  })
})

const cents = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 99_999_999_999 }))

it.prop("what is printed is read back", [cents], ([amount]) => {
  expect(parseUsd(formatUsd(amount))).toEqual({ value: amount })
})

it.prop("whatever is typed, an amount is whole cents in bounds or there is an issue", [Schema.String], ([typed]) => {
  const parsed = parseUsd(typed)
  expect("issue" in parsed || (Number.isSafeInteger(parsed.value) && parsed.value >= 0)).toBe(true)
})

test("an adversarial text is read at once", () => {
  expect(parseUsd(`${"1 ".repeat(32_768)}x`)).toEqual({ issue: "issue.amount-malformed" })
})
