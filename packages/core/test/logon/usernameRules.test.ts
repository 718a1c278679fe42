import { describe, expect, it, test } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { issuesOf } from "../../src/engine/issuesOf.ts"
import { usernameKey } from "../../src/logon/usernameKey.ts"
import { sandbox } from "../outcomeOf.ts"

const failing = (text: string, ownNumber: string | null = null, taken = false) =>
  issuesOf(sandbox.ask.username, { username: { text, ownNumber, taken } }).map(({ rule }) => rule)

describe("R-17a a username has 3 to 60 code points", () => {
  test.each([
    { length: 2, fails: ["R-17a"] },
    { length: 3, fails: [] },
    { length: 60, fails: [] },
    { length: 61, fails: ["R-17a"] }
  ])("$length: fails $fails", ({ length, fails }) => {
    expect(failing("e".repeat(length))).toEqual(fails)
    expect(failing("🙂".repeat(length))).toEqual(fails)
  })

  test("the message names the limits of the policy", () => {
    expect(issuesOf(sandbox.ask.username, { username: { text: "ab" } })).toEqual([
      { field: "username", messageId: "issue.username-length", rule: "R-17a", params: { min: 3, max: 60 } }
    ])
  })
})

describe("R-17b, D-18a no white space, no control or invisible characters", () => {
  test.each([
    { what: "a dot", text: "good.elmo", fails: [] },
    { what: "a space", text: "good elmo", fails: ["R-17b"] },
    { what: "a no-break space", text: "good\u00A0elmo", fails: ["R-17b"] },
    { what: "an ideographic space", text: "good\u3000elmo", fails: ["R-17b"] },
    { what: "a line break", text: "good\nelmo", fails: ["R-17b"] },
    { what: "a NUL", text: "good\u0000elmo", fails: ["D-18a"] },
    { what: "a zero-width joiner", text: "good\u200Delmo", fails: ["D-18a"] },
    { what: "a zero-width non-joiner", text: "\u0646\u0645\u06CC\u200C\u062F\u0627\u0646", fails: ["D-18a"] },
    { what: "a zero-width space", text: "good\u200Belmo", fails: ["D-18a"] },
    { what: "a word joiner", text: "good\u2060elmo", fails: ["D-18a"] },
    { what: "a soft hyphen", text: "good\u00ADelmo", fails: ["D-18a"] },
    { what: "a combining grapheme joiner", text: "good\u034Felmo", fails: ["D-18a"] },
    { what: "a variation selector", text: "good\uFE0Felmo", fails: ["D-18a"] },
    { what: "a variation selector of the supplement", text: "good\u{E0100}elmo", fails: ["D-18a"] },
    { what: "a Mongolian vowel separator", text: "good\u180Eelmo", fails: ["D-18a"] },
    { what: "a Khmer inherent vowel", text: "good\u17B4elmo", fails: ["D-18a"] },
    { what: "a Hangul filler", text: "good\u3164elmo", fails: ["D-18a"] },
    { what: "a half-width Hangul filler", text: "good\uFFA0elmo", fails: ["D-18a"] },
    { what: "a Hangul choseong filler", text: "good\u115Felmo", fails: ["D-18a"] },
    { what: "a blank of braille", text: "good\u2800elmo", fails: ["D-18a"] },
    { what: "a tag", text: "good\u{E0061}elmo", fails: ["D-18a"] },
    { what: "a word of Hangul", text: "엘모엘모", fails: [] },
    { what: "a word of Devanagari", text: "नमस्ते", fails: [] },
    { what: "braille", text: "⠓⠑⠇⠇⠕", fails: [] },
    { what: "a bidi override", text: "good\u202Eelmo", fails: ["D-18a"] },
    { what: "half a character", text: "good\uD800elmo", fails: ["D-18a"] }
  ])("$what: fails $fails", ({ text, fails }) => {
    expect(failing(text)).toEqual(fails)
  })
})

describe("D-18b a username does not contain the person's own number", () => {
  test.each([
    { what: "the number", text: "elmo900126789", fails: ["D-18b"] },
    { what: "the number with hyphens", text: "900-12-6789", fails: ["D-18b"] },
    { what: "the number with dots", text: "elmo.900.12.6789", fails: ["D-18b"] },
    { what: "the number in wide digits", text: "９００１２６７８９", fails: ["D-18b"] },
    { what: "the number with slashes", text: "900/12/6789", fails: ["D-18b"] },
    { what: "the number with plus signs", text: "900+12+6789", fails: ["D-18b"] },
    { what: "the number between letters", text: "a900b12c6789", fails: ["D-18b"] },
    { what: "the number with a word in it", text: "900elmo126789", fails: ["D-18b"] },
    { what: "the number with digits in it", text: "900-0-12-0-6789", fails: ["D-18b"] },
    { what: "the number in Arabic-Indic digits", text: "٩٠٠١٢٦٧٨٩", fails: ["D-18b"] },
    { what: "the number in Devanagari digits", text: "९००-१२-६७८९", fails: ["D-18b"] },
    { what: "the number in bold mathematical digits", text: "𝟗𝟎𝟎𝟏𝟐𝟔𝟕𝟖𝟗", fails: ["D-18b"] },
    { what: "the number in circled digits", text: "⑨00①②6⑦⑧9", fails: ["D-18b"] },
    { what: "the number from behind", text: "987621009", fails: [] },
    { what: "eight of its digits", text: "elmo90012678", fails: [] },
    { what: "its last four digits", text: "elmo6789", fails: [] }
  ])("$what: fails $fails", ({ text, fails }) => {
    expect(failing(text, "900126789")).toEqual(fails)
  })

  test("where the number is not known, nothing is said of it", () => {
    expect(failing("900126789", null)).toEqual([])
    expect(failing("nullarbor", null)).toEqual([])
  })
})

describe("D-18c a username does not mix scripts that look alike", () => {
  test.each([
    { what: "Latin", text: "elmo.müller9", fails: [] },
    { what: "Cyrillic", text: "елмо", fails: [] },
    { what: "Greek", text: "έλμο", fails: [] },
    { what: "Latin and Han", text: "elmo龍", fails: [] },
    { what: "a Cyrillic letter in Latin", text: "еlmo", fails: ["D-18c"] },
    { what: "a Greek letter in Latin", text: "elmο", fails: ["D-18c"] }
  ])("$what: fails $fails", ({ text, fails }) => {
    expect(failing(text)).toEqual(fails)
  })
})

test("R-17c a username that is taken is told at its field", () => {
  expect(failing("good.elmo", null, true)).toEqual(["R-17c"])
  expect(sandbox.ask.username.evaluate({ username: { text: "good.elmo", ownNumber: null } }).decision._tag).toBe(
    "NeedsFacts"
  )
})

describe("D-18 the form in which a username is unique", () => {
  test.each([
    ["Good.Elmo", "good.elmo"],
    ["ＥＬＭＯ", "elmo"],
    ["straße", "STRASSE"],
    ["ὈΔΥΣΣΕΎΣ", "ὀδυσσεύς"],
    ["Rene\u0301", "ren\u00E9"]
  ])("is one for pair $#", (one, other) => {
    expect(usernameKey(one)).toBe(usernameKey(other))
  })

  test("is another for another name", () => {
    expect(usernameKey("elmo")).not.toBe(usernameKey("elmo1"))
  })

  it.prop("does not change when it is made again", [Schema.String], ([text]) => {
    expect(usernameKey(usernameKey(text))).toBe(usernameKey(text))
  })
})
