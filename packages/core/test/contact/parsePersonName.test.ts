import { describe, expect, test } from "vitest"
import { parsePersonName } from "../../src/contact/parsePersonName.ts"

describe("T28 a name is one line of text", () => {
  test.each([
    { typed: "LARRY MO", value: "LARRY MO" },
    { typed: "  Larry   Mo ", value: "Larry Mo" },
    { typed: "Renée O'Connor-Núñez 3rd", value: "Renée O'Connor-Núñez 3rd" },
    { typed: "Rene\u0301e", value: "Renée" },
    { typed: "<b>", value: "<b>" },
    { typed: "李小龍", value: "李小龍" }
  ])("$value", ({ typed, value }) => {
    expect(parsePersonName(typed)).toEqual({ value })
  })

  test.each([
    { what: "nothing", typed: "  ", issue: "issue.name-missing" },
    { what: "a header injected", typed: "X\r\nBcc: a@b", issue: "issue.name-malformed" },
    { what: "a tab", typed: "Larry\tMo", issue: "issue.name-malformed" },
    { what: "a C1 control", typed: "Larry\u0085Mo", issue: "issue.name-malformed" },
    { what: "text turned round", typed: "Larry\u202EoM", issue: "issue.name-malformed" },
    { what: "a bidi isolate", typed: "\u2066Larry", issue: "issue.name-malformed" },
    { what: "a zero-width space", typed: "Lar\u200Bry", issue: "issue.name-malformed" },
    { what: "half a character", typed: "Larry\uD800", issue: "issue.name-malformed" }
  ])("$what: $issue", ({ typed, issue }) => {
    expect(parsePersonName(typed)).toEqual({ issue })
  })
})
