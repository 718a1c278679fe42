import { isGuessedFirst } from "../../src/logon/isGuessedFirst.ts"
import { describe, expect, test } from "vitest"
import { issuesOf, warningsOf } from "../../src/engine/issuesOf.ts"
import { parsePin } from "../../src/logon/parsePin.ts"
import { sandbox, strict } from "../outcomeOf.ts"

const facts = (change: object = {}) => ({
  profile: {
    name: "LARRY MO",
    phoneCountry: "US",
    phoneType: "cell",
    phoneNumber: "+11111111111",
    pin: "1234",
    email: "goodelmo@dor.state.ma.us",
    confirmEmail: "goodelmo@dor.state.ma.us",
    ...change
  }
})
const failing = (change: object, { ask } = sandbox) =>
  issuesOf(ask.profile, facts(change)).map(({ field, rule }) => `${rule} ${field}`)

describe("R-16a, R-16b, R-16c, R-16d, R-16e, D-22b the profile", () => {
  test.each([
    { what: "the walk-through's", change: {}, fails: [] },
    { what: "a name of 100", change: { name: "n".repeat(100) }, fails: [] },
    { what: "a name of 101", change: { name: "n".repeat(101) }, fails: ["R-16a name"] },
    { what: "a country that is not listed", change: { phoneCountry: "GB" }, fails: ["R-16b phoneCountry"] },
    { what: "a fax", change: { phoneType: "fax" }, fails: ["R-16c phoneType"] },
    { what: "a phone that can ring", change: { phoneNumber: "+16178876367" }, fails: ["D-22b phoneNumber"] },
    { what: "three digits", change: { pin: "123" }, fails: ["R-16d pin"] },
    { what: "five digits", change: { pin: "12345" }, fails: ["R-16d pin"] },
    { what: "another address", change: { confirmEmail: "elmo@dor.state.ma.us" }, fails: ["R-16e confirmEmail"] }
  ])("$what: fails $fails", ({ change, fails }) => {
    expect(failing(change)).toEqual(fails)
  })

  test("the strict rule set asks for six digits", () => {
    expect(failing({ pin: "1234" }, strict)).toEqual(["R-16d pin"])
    expect(failing({ pin: "834019" }, strict)).toEqual([])
  })
})

describe("D-17 a PIN that is guessed first is warned of, and accepted", () => {
  test.each([
    { pin: "0000", warns: true },
    { pin: "1234", warns: true },
    { pin: "9876", warns: true },
    { pin: "1122", warns: true },
    { pin: "0101", warns: true },
    { pin: "0229", warns: true },
    { pin: "3112", warns: true },
    { pin: "1985", warns: true },
    { pin: "2077", warns: true },
    { pin: "1235", warns: false },
    { pin: "0230", warns: false },
    { pin: "0400", warns: false },
    { pin: "1332", warns: false },
    { pin: "2468", warns: false },
    { pin: "7093", warns: false }
  ])("row $#: $warns", ({ pin, warns }) => {
    expect(sandbox.ask.profile.evaluate(facts({ pin })).decision._tag).toBe("Accepted")
    expect(warningsOf(sandbox.ask.profile, facts({ pin })).map(({ rule }) => rule)).toEqual(warns ? ["D-17"] : [])
  })
})

test.each([{ pin: "190704" }, { pin: "0704123" }, { pin: "071" }])(
  "D-17 what is longer or shorter than four digits is no birthday, row $#",
  ({ pin }) => {
    expect(isGuessedFirst(pin)).toBe(false)
  }
)

describe("a PIN is read as digits", () => {
  test.each([
    { typed: " 0123 ", parsed: { value: "0123" } },
    { typed: "", parsed: { issue: "issue.pin-missing" } },
    { typed: "12a4", parsed: { issue: "issue.pin-malformed" } },
    { typed: "１２３４", parsed: { issue: "issue.pin-malformed" } }
  ])("row $#", ({ typed, parsed }) => {
    expect(parsePin(typed)).toEqual(parsed)
  })
})
