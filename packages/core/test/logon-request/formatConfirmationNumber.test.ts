import { describe, expect, test } from "vitest"
import { formatConfirmationNumber } from "../../src/logon-request/formatConfirmationNumber.ts"

describe("R-27 the confirmation number", () => {
  test.each([
    { sequence: 323_476, number: "0-704-061-440" },
    { sequence: 0, number: "0-000-000-000" },
    { sequence: 1, number: "2-147-483-648" },
    { sequence: 4_294_967_295, number: "4-294-967-295" }
  ])("of place $sequence is $number", ({ sequence, number }) => {
    expect(formatConfirmationNumber(sequence)).toBe(number)
  })

  test("is never given twice: reversing bits loses none", () => {
    const numbers = new Set(Array.from({ length: 20_000 }, (_, i) => formatConfirmationNumber(323_476 + i)))
    expect(numbers.size).toBe(20_000)
  })
})
