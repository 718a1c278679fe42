import { describe, expect, test } from "vitest"
import { parsePassword } from "../../src/logon/parsePassword.ts"
import { parseSecretAnswer } from "../../src/logon/parseSecretAnswer.ts"

describe("D-64 a password is text that every keyboard and every hash reads alike", () => {
  test.each([
    { what: "a good one", typed: "GoodElmo1" },
    { what: "spaces at its ends", typed: " Abcdef1 " },
    { what: "a character outside the BMP", typed: "Abcdef1🙂" },
    { what: "an accent of its own", typed: "Abcdef1e\u0301" }
  ])("$what is taken as it was typed", ({ typed }) => {
    expect(parsePassword(typed)).toEqual({ value: typed })
  })

  test.each([
    { what: "nothing", typed: "", issue: "issue.password-missing" },
    { what: "a high surrogate alone", typed: "Abcdefg1\uD83D", issue: "issue.password-malformed" },
    { what: "a low surrogate alone", typed: "\uDE42Abcdefg1", issue: "issue.password-malformed" },
    { what: "a carriage return and line feed", typed: "Abcdefg1\r\n", issue: "issue.password-malformed" },
    { what: "a line feed inside", typed: "Abcd\nefg1", issue: "issue.password-malformed" },
    { what: "a NUL", typed: "Abcdefg1\u0000", issue: "issue.password-malformed" },
    { what: "a tab", typed: "Abcd\tefg1", issue: "issue.password-malformed" },
    { what: "a line separator", typed: "Abcd\u2028efg1", issue: "issue.password-malformed" }
  ])("$what: $issue", ({ typed, issue }) => {
    expect(parsePassword(typed)).toEqual({ issue })
  })
})

test("D-20 half a character is no secret answer: two of them would be hashed alike", () => {
  expect(parseSecretAnswer("New Bedford\uD83D")).toEqual({ issue: "issue.secret-answer-malformed" })
  expect(parseSecretAnswer("  New\nBEDFORD ")).toEqual({ value: "new bedford" })
})
