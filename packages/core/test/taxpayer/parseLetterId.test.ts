import { describe, expect, test } from "vitest"
import { parseLetterId } from "../../src/taxpayer/parseLetterId.ts"

describe("D-07 a letter ID is L and ten digits", () => {
  test.each(["L0123456789", "l0123456789", " L 0123-456-789 "])("written in way $#", (typed) => {
    expect(parseLetterId(typed)).toEqual({ value: "L0123456789" })
  })

  test.each([
    { typed: " ", issue: "issue.letter-id-missing" },
    { typed: "0123456789", issue: "issue.letter-id-malformed" },
    { typed: "L012345678", issue: "issue.letter-id-malformed" },
    { typed: "L01234567890", issue: "issue.letter-id-malformed" },
    { typed: "LL123456789", issue: "issue.letter-id-malformed" }
  ])("$issue, row $#", ({ typed, issue }) => {
    expect(parseLetterId(typed)).toEqual({ issue })
  })
})
