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
    { what: "eight digits", idType: "FEIN", id: "04123456", live: false, sandbox: false },
    { what: "other digits", idType: "SSN", id: "１２３121234", live: false, sandbox: false }
  ])("$what: live $live, sandbox $sandbox", ({ idType, id, live, sandbox }) => {
    expect(isIdNumber(idType, id, "live")).toBe(live)
    expect(isIdNumber(idType, id, "sandbox")).toBe(sandbox)
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
    expect(parseTaxpayerIdentifier(typed)).toEqual({ value: "900126789" })
  })

  test.each([
    { typed: "", issue: "issue.id-missing" },
    { typed: "-", issue: "issue.id-missing" },
    { typed: "90012678", issue: "issue.id-not-nine-digits" },
    { typed: "***-**-6789", issue: "issue.id-not-nine-digits" },
    { typed: "90012678O", issue: "issue.id-not-nine-digits" }
  ])("$issue, row $#", ({ typed, issue }) => {
    expect(parseTaxpayerIdentifier(typed)).toEqual({ issue })
  })
})

test("D-23 a number is masked to its last four digits", () => {
  expect(maskTaxpayerIdentifier("900126789", "SSN")).toBe("***-**-6789")
  expect(maskTaxpayerIdentifier("900126789", "ITIN")).toBe("***-**-6789")
  expect(maskTaxpayerIdentifier("001234567", "FEIN")).toBe("**-***4567")
  expect(maskTaxpayerIdentifier("6789", "SSN")).toBe("***-**-****")
})
