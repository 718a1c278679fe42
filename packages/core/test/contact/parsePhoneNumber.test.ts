import { describe, expect, test } from "vitest"
import { formatPhoneNumber } from "../../src/contact/formatPhoneNumber.ts"
import { isPhoneNumber } from "../../src/contact/isPhoneNumber.ts"
import { maskPhoneNumber } from "../../src/contact/maskPhoneNumber.ts"
import { parsePhoneNumber } from "../../src/contact/parsePhoneNumber.ts"

describe("a phone number is read as E.164", () => {
  test.each([
    { typed: "(111) 111-1111", country: "US", value: "+11111111111" },
    { typed: "617.887.6367", country: "US", value: "+16178876367" },
    { typed: "1 617 887 6367", country: "US", value: "+16178876367" },
    { typed: "+1 (617) 887-6367", country: "CA", value: "+16178876367" },
    { typed: "020 7946 0000", country: "GB", value: "+442079460000" },
    { typed: "+44 20 7946 0000", country: "GB", value: "+442079460000" },
    { typed: "912 345 678", country: "PT", value: "+351912345678" }
  ])("$country: $value", ({ typed, country, value }) => {
    expect(parsePhoneNumber(typed, country)).toEqual({ value })
  })

  test.each([
    { typed: "", country: "US", issue: "issue.phone-missing" },
    { typed: "887-6367", country: "US", issue: "issue.phone-not-ten-digits" },
    { typed: "2 617 887 6367", country: "US", issue: "issue.phone-not-ten-digits" },
    { typed: "617-887-MDOR", country: "US", issue: "issue.phone-malformed" },
    { typed: "+44 20 7946 0000", country: "US", issue: "issue.phone-malformed" },
    { typed: "1", country: "GB", issue: "issue.phone-malformed" },
    { typed: "617 887 6367", country: "XX", issue: "issue.phone-country-unknown" },
    { typed: "617 887 6367", country: "constructor", issue: "issue.phone-country-unknown" }
  ])("$country: $issue", ({ typed, country, issue }) => {
    expect(parsePhoneNumber(typed, country)).toEqual({ issue })
  })
})

describe("D-22 a phone number that is fiction is no live one, and the sandbox has no other", () => {
  test.each([
    { phoneNumber: "+11111111111", fiction: true },
    { phoneNumber: "+16175550123", fiction: true },
    { phoneNumber: "+16171876367", fiction: true },
    { phoneNumber: "+16175551234", fiction: false },
    { phoneNumber: "+16178876367", fiction: false },
    { phoneNumber: "+442079460000", fiction: false }
  ])("row $#: $fiction", ({ phoneNumber, fiction }) => {
    expect(isPhoneNumber(phoneNumber, "sandbox")).toBe(fiction)
    expect(isPhoneNumber(phoneNumber, "live")).toBe(!fiction)
  })
})

test("a phone number is printed in its country's way and read back", () => {
  expect(formatPhoneNumber("+11111111111")).toBe("(111) 111-1111")
  expect(formatPhoneNumber("+442079460000")).toBe("+442079460000")
  expect(parsePhoneNumber(formatPhoneNumber("+16178876367"), "US")).toEqual({ value: "+16178876367" })
})

test("R-38 a phone number is masked to its last four digits", () => {
  expect(maskPhoneNumber("+16178876367")).toBe("(***) ***-6367")
  expect(maskPhoneNumber("+442079461234")).toBe("***1234")
})
