import { describe, expect, it, test } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { maskEmailAddress } from "../../src/contact/maskEmailAddress.ts"
import { parseEmailAddress } from "../../src/contact/parseEmailAddress.ts"

describe("T28 one e-mail address, whatever header it is put in", () => {
  test.each([
    { typed: "goodelmo@dor.state.ma.us", value: "goodelmo@dor.state.ma.us" },
    { typed: " elmo@DOR.State.ma.us ", value: "elmo@dor.state.ma.us" },
    { typed: "O'Brien+tax@example.com", value: "O'Brien+tax@example.com" },
    { typed: "a@b.co", value: "a@b.co" },
    { typed: "a@xn--bcher-kva.example", value: "a@xn--bcher-kva.example" }
  ])("$typed is one", ({ typed, value }) => {
    expect(parseEmailAddress(typed)).toEqual({ value })
  })

  test.each([
    { typed: "", issue: "issue.email-missing" },
    { typed: "  ", issue: "issue.email-missing" },
    { typed: "elmo", issue: "issue.email-malformed" },
    { typed: "@b.co", issue: "issue.email-malformed" },
    { typed: "a@b", issue: "issue.email-malformed" },
    { typed: "a@@b.co", issue: "issue.email-malformed" },
    { typed: ".a@b.co", issue: "issue.email-malformed" },
    { typed: "a..b@c.co", issue: "issue.email-malformed" },
    { typed: "a@-b.co", issue: "issue.email-malformed" },
    { typed: "a@b..co", issue: "issue.email-malformed" },
    { typed: "a@1.2.3.4", issue: "issue.email-malformed" },
    { typed: "a@[127.0.0.1]", issue: "issue.email-malformed" },
    { typed: "a@b.c,evil@d.e", issue: "issue.email-malformed" },
    { typed: "a@b.co;evil@d.ee", issue: "issue.email-malformed" },
    { typed: '"evil@x.y"@good.gov', issue: "issue.email-malformed" },
    { typed: "Elmo <a@b.co>", issue: "issue.email-malformed" },
    { typed: "a@b.co\r\nBcc: c@d.ee", issue: "issue.email-malformed" },
    { typed: "a@b.co\n", issue: "issue.email-malformed" },
    { typed: "a b@c.co", issue: "issue.email-malformed" },
    { typed: "a@bücher.example", issue: "issue.email-malformed" },
    { typed: `${"a".repeat(65)}@b.co`, issue: "issue.email-too-long" },
    {
      typed: `a@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(20)}.co`,
      issue: "issue.email-too-long"
    }
  ])("$issue: $#", ({ typed, issue }) => {
    expect(parseEmailAddress(typed)).toEqual({ issue })
  })

  test("64 characters before the @ are the most", () => {
    const address = `${"a".repeat(64)}@b.co`
    expect(parseEmailAddress(address)).toEqual({ value: address })
  })

  it.prop("what passes has no space, comma, quote or control character, and one @", [Schema.String], ([typed]) => {
    const parsed = parseEmailAddress(`${typed}@example.com`)
    if ("value" in parsed) expect(parsed.value).toMatch(/^[^\s,;"<>()[\]\\@]+@example\.com$/u)
  })

  test("an adversarial text is read at once", () => {
    expect(parseEmailAddress(`${"a.".repeat(32_768)}@b.co`)).toEqual({ issue: "issue.email-malformed" })
    expect(parseEmailAddress(`a@${"b-".repeat(32_768)}.co`)).toEqual({ issue: "issue.email-malformed" })
  })
})

describe("R-38 an address is masked label by label", () => {
  test.each([
    { address: "elmo@dor.state.ma.us", masked: "e***@d**.s****.m*.us" },
    { address: "good.elmo@example.com", masked: "g***.e***@e******.com" },
    { address: "a@b.co", masked: "a@b.co" }
  ])("$masked", ({ address, masked }) => {
    expect(maskEmailAddress(address)).toBe(masked)
    expect(maskEmailAddress(address)).toHaveLength(address.length)
  })
})
