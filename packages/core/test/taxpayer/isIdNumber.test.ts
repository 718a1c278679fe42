import { describe, expect, it, test } from "@effect/vitest"
import * as Schema from "effect/Schema"
import type { IdType } from "../../src/taxpayer/IdType.ts"
import { isIdNumber } from "../../src/taxpayer/isIdNumber.ts"
import { maskTaxpayerIdentifier } from "../../src/taxpayer/maskTaxpayerIdentifier.ts"
import { parseTaxpayerIdentifier } from "../../src/taxpayer/parseTaxpayerIdentifier.ts"

describe("D-22 which numbers exist", () => {
  test.each<{ what: string; idType: IdType; id: string; live: boolean; sandbox: boolean }>([
    { what: "SSN, area 899", idType: "SSN", id: "899121234", live: true, sandbox: false },
    { what: "SSN, area 001", idType: "SSN", id: "001121234", live: true, sandbox: false },
    { what: "SSN, area 000", idType: "SSN", id: "000121234", live: false, sandbox: false },
    { what: "SSN, area 666", idType: "SSN", id: "666121234", live: false, sandbox: true },
    { what: "SSN, group 00", idType: "SSN", id: "123001234", live: false, sandbox: false },
    { what: "SSN, serial 0000", idType: "SSN", id: "123120000", live: false, sandbox: false },
    { what: "SSN of the walk-through", idType: "SSN", id: "900126789", live: false, sandbox: true },
    { what: "SSN 900 in an ITIN group", idType: "SSN", id: "900706789", live: false, sandbox: false },
    { what: "SSN 900 in a sandbox ITIN group", idType: "SSN", id: "900896789", live: false, sandbox: false },
    { what: "SSN, area 901", idType: "SSN", id: "901126789", live: false, sandbox: false },
    { what: "ITIN, group 70", idType: "ITIN", id: "912701234", live: true, sandbox: false },
    { what: "ITIN, group 50", idType: "ITIN", id: "912501234", live: true, sandbox: false },
    { what: "ITIN, group 66", idType: "ITIN", id: "912661234", live: false, sandbox: false },
    { what: "ITIN, group 89", idType: "ITIN", id: "912891234", live: false, sandbox: true },
    { what: "ITIN, group 93", idType: "ITIN", id: "912931234", live: false, sandbox: true },
    { what: "ITIN that begins with 8", idType: "ITIN", id: "812701234", live: false, sandbox: false },
    { what: "FEIN, prefix 04", idType: "FEIN", id: "041234567", live: true, sandbox: false },
    { what: "FEIN, prefix 00", idType: "FEIN", id: "001234567", live: false, sandbox: true },
    { what: "D-66 SSN of the wallets of 1938", idType: "SSN", id: "078051120", live: false, sandbox: false },
    { what: "D-66 SSN of the pamphlet of 1940", idType: "SSN", id: "219099999", live: false, sandbox: false },
    { what: "D-66 SSN after a published one", idType: "SSN", id: "078051121", live: true, sandbox: false },
    { what: "D-66 SSN for advertisements", idType: "SSN", id: "987654320", live: false, sandbox: false },
    { what: "D-66 FEIN with a published SSN's digits", idType: "FEIN", id: "042103580", live: true, sandbox: false },
    { what: "eight digits", idType: "FEIN", id: "04123456", live: false, sandbox: false },
    { what: "other digits", idType: "SSN", id: "１２３121234", live: false, sandbox: false }
  ])("$what: live $live, sandbox $sandbox", ({ idType, id, live, sandbox }) => {
    expect(isIdNumber(idType, id, "live")).toBe(live)
    expect(isIdNumber(idType, id, "sandbox")).toBe(sandbox)
  })

  // Three of the twenty pocketbook numbers, and the pamphlet's; the rest stands in `isPublishedSsn`.
  test.each(["022281852", "165227999", "549241889", "219099999"])(
    "D-66 an SSN printed for show is none, row %#",
    (id) => {
      expect(isIdNumber("SSN", id, "live")).toBe(false)
    }
  )

  // https://www.irs.gov/businesses/small-businesses-self-employed/how-eins-are-assigned-and-valid-ein-prefixes
  const issued =
    "01 02 03 04 05 06 10 11 12 13 14 15 16 20 21 22 23 24 25 26 27 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 " +
    "50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 71 72 73 74 75 76 77 80 81 82 83 84 85 86 87 88 " +
    "90 91 92 93 94 95 98 99"
  const prefixes = Array.from({ length: 100 }, (_, prefix) => prefix.toString().padStart(2, "0"))
  test.each(prefixes)("D-66 a live FEIN begins with %s only if the IRS issues it", (prefix) => {
    expect(isIdNumber("FEIN", `${prefix}1234567`, "live")).toBe(issued.split(" ").includes(prefix))
    expect(isIdNumber("FEIN", `${prefix}1234567`, "sandbox")).toBe(prefix === "00")
  })

  const nineDigits = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 999_999_999 }))
  it.prop("no number is live and sandbox, and none is SSN and ITIN at once", [nineDigits], ([number]) => {
    const id = number.toString().padStart(9, "0")
    for (const idType of ["SSN", "ITIN", "FEIN"] as const) {
      expect(isIdNumber(idType, id, "live") && isIdNumber(idType, id, "sandbox")).toBe(false)
    }
    for (const ranges of ["live", "sandbox"] as const) {
      expect(isIdNumber("SSN", id, ranges) && isIdNumber("ITIN", id, ranges)).toBe(false)
    }
  })
})

describe("a number is read as nine digits", () => {
  test.each(["900-12-6789", " 900 12 6789", "900126789", "900‑12–6789"])("written in way $#", (typed) => {
    expect(parseTaxpayerIdentifier(typed, "SSN")).toEqual({ value: "900126789" })
  })

  test.each([
    { typed: "", issue: "issue.id-missing" },
    { typed: "-", issue: "issue.id-missing" },
    { typed: "90012678", issue: "issue.id-not-nine-digits" },
    { typed: "***-**-6789", issue: "issue.id-not-nine-digits" },
    { typed: "90012678O", issue: "issue.id-not-nine-digits" }
  ])("$issue, row $#", ({ typed, issue }) => {
    expect(parseTaxpayerIdentifier(typed, "SSN")).toEqual({ issue })
  })

  test.each<{ typed: string; as: ReadonlyArray<IdType>; not: ReadonlyArray<IdType> }>([
    { typed: "12-3456789", as: ["FEIN"], not: ["SSN", "ITIN"] },
    { typed: "12 3456789", as: ["FEIN"], not: ["SSN", "ITIN"] },
    { typed: " 12‑3456789 ", as: ["FEIN"], not: ["SSN", "ITIN"] },
    { typed: "12 - 3456789", as: ["FEIN"], not: ["SSN", "ITIN"] },
    { typed: "123-45-6789", as: ["SSN", "ITIN"], not: ["FEIN"] },
    { typed: "123 45 6789", as: ["SSN", "ITIN"], not: ["FEIN"] },
    { typed: "123456789", as: ["SSN", "ITIN", "FEIN"], not: [] },
    { typed: "123-456-789", as: ["SSN", "ITIN", "FEIN"], not: [] },
    { typed: "1234-56789", as: ["SSN", "ITIN", "FEIN"], not: [] }
  ])("D-66 a grouping is of its own type, row $#", ({ typed, as, not }) => {
    for (const idType of as) expect(parseTaxpayerIdentifier(typed, idType)).toEqual({ value: "123456789" })
    for (const idType of not) expect(parseTaxpayerIdentifier(typed, idType)).toEqual({ issue: "issue.id-malformed" })
  })

  test("D-66 where the type is not known yet, a grouping decides nothing", () => {
    expect(parseTaxpayerIdentifier("12-3456789", null)).toEqual({ value: "123456789" })
  })
})

test("D-23 a number is masked to its last four digits", () => {
  expect(maskTaxpayerIdentifier("900126789", "SSN")).toBe("***-**-6789")
  expect(maskTaxpayerIdentifier("900126789", "ITIN")).toBe("***-**-6789")
  expect(maskTaxpayerIdentifier("001234567", "FEIN")).toBe("**-***4567")
  expect(maskTaxpayerIdentifier("6789", "SSN")).toBe("***-**-****")
})
