import { describe, expect, test } from "vitest"
import { parsePersonName } from "../../src/contact/parsePersonName.ts"

describe("T28 a name is one line of text", () => {
  test.each([
    { typed: "LARRY MO", value: "LARRY MO" },
    { typed: "  Larry   Mo ", value: "Larry Mo" },
    { typed: "Renée O'Connor-Núñez 3rd", value: "Renée O'Connor-Núñez 3rd" },
    { typed: "Rene\u0301e", value: "Renée" },
    { typed: "<b>", value: "<b>" },
    { typed: "Sammy Davis Jr.", value: "Sammy Davis Jr." },
    { typed: "J.R.R. Tolkien", value: "J.R.R. Tolkien" },
    { typed: "S:t Mo", value: "S:t Mo" },
    { typed: "Mo, J.R.", value: "Mo, J.R." },
    { typed: "WM. MO & LARRY MO", value: "WM. MO & LARRY MO" },
    { typed: "علی\u200Cرضا", value: "علی\u200Cرضا" },
    { typed: "ක්\u200Dරිස්ටි", value: "ක්\u200Dරිස්ටි" },
    { typed: "র\u200D্যান", value: "র\u200D্যান" },
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
    { what: "a word joiner", typed: "Lar\u2060ry", issue: "issue.name-malformed" },
    { what: "a soft hyphen", typed: "Lar\u00ADry", issue: "issue.name-malformed" },
    { what: "a combining grapheme joiner", typed: "Lar\u034Fry", issue: "issue.name-malformed" },
    { what: "a variation selector", typed: "Larry\uFE0F", issue: "issue.name-malformed" },
    { what: "Hangul fillers and nothing else", typed: "\u3164\u3164", issue: "issue.name-malformed" },
    { what: "blanks of braille", typed: "\u2800\u2800", issue: "issue.name-malformed" },
    { what: "a tag", typed: "Larry\u{E0061}", issue: "issue.name-malformed" },
    { what: "a joiner with no letter before", typed: "\u200DLarry", issue: "issue.name-malformed" },
    { what: "a joiner with no letter after", typed: "Larry\u200C Mo", issue: "issue.name-malformed" },
    { what: "two joiners in a row", typed: "Lar\u200C\u200Dry", issue: "issue.name-malformed" },
    { what: "joiners and nothing else", typed: "\u200D", issue: "issue.name-malformed" },
    { what: "half a character", typed: "Larry\uD800", issue: "issue.name-malformed" }
  ])("$what: $issue", ({ typed, issue }) => {
    expect(parsePersonName(typed)).toEqual({ issue })
  })

  test.each([
    "http://evil.example",
    "HTTPS://EVIL.EXAMPLE",
    "Larry see evil://x",
    "www.evil",
    "Larry WWW.evil.example Mo",
    "ｗｗｗ．ｅｖｉｌ",
    "evil.example",
    "Larry Mo evil-site.co",
    "EVIL2.IO",
    "evil。example",
    "x.co",
    "Larry x.co Mo",
    "pay-.co",
    "❤.ws",
    "x．co",
    "x｡co",
    "x.xn--p1ai",
    "Call 1.1.1.1",
    "mailto:evil",
    "tel:911",
    "192.168.10.20",
    "t.co/x",
    "t.co⁄x",
    "\\\\evil",
    "larry@example.com",
    "Larry ＠ Mo"
  ])("printed in a mail it is no link: %s", (typed) => {
    expect(parsePersonName(typed)).toEqual({ issue: "issue.name-address" })
  })
})
