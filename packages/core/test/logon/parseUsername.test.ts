import { describe, expect, test } from "vitest"
import { parseUsername } from "../../src/logon/parseUsername.ts"

describe("D-18 a username that our mails print is no link", () => {
  test.each(["good.elmo", "larry@example.com", "LARRY_MO-3", "爱丽丝", "w.w.w"])("%s is taken", (typed) => {
    expect(parseUsername(` ${typed} `)).toEqual({ value: typed })
  })

  test.each([
    "https://evil.example",
    "evil.example/x",
    "t.co⁄x",
    "t.co／x",
    "\\\\evil",
    "www.evil.example",
    "WWW.evil",
    "ｗｗｗ．evil",
    "mailto:x@evil.example"
  ])("%s is not", (typed) => {
    expect(parseUsername(typed)).toEqual({ issue: "issue.username-address" })
  })

  test("nothing typed is missing", () => {
    expect(parseUsername("  ")).toEqual({ issue: "issue.username-missing" })
  })
})
