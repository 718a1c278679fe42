import { describe, expect, it, test } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { issuesOf, warningsOf } from "../../src/engine/issuesOf.ts"
import { withBlocklist } from "../../src/rule-sets/withPolicy.ts"
import { sandbox, strict } from "../outcomeOf.ts"

const facts = (text: string, change: { confirm?: string; username?: string; blocklisted?: boolean } = {}) => ({
  password: { text, confirm: text, username: "good.elmo", blocklisted: false, ...change }
})
const failing = (text: string, change = {}, { ask } = sandbox) =>
  issuesOf(ask.password, facts(text, change)).map(({ rule }) => rule)

describe("R-18a, R-18b, R-18c, R-18d length and classes of the walk-through", () => {
  test.each([
    { what: "7 characters", text: "Abcdef1", fails: ["R-18a"] },
    { what: "8 characters", text: "Abcdefg1", fails: [] },
    { what: "15 characters", text: "Abcdefghijklmn1", fails: [] },
    { what: "16 characters", text: "Abcdefghijklmno1", fails: ["R-18a"] },
    { what: "15 code points, 4 of them pairs", text: "Abcdefghij1🙂🙂🙂🙂", fails: [] },
    { what: "no upper case", text: "abcdefg1", fails: ["R-18b"] },
    { what: "no lower case", text: "ABCDEFG1", fails: ["R-18c"] },
    { what: "no number", text: "Abcdefgh", fails: ["R-18d"] },
    { what: "nothing of it", text: "------", fails: ["R-18a", "R-18b", "R-18c", "R-18d"] },
    { what: "letters of another script", text: "Абвгдежз1", fails: [] },
    { what: "D-64 15 code points once composed, 18 as typed", text: "Abcdefghij1e\u0301e\u0301e\u0301z", fails: [] },
    { what: "D-64 7 code points once composed, 8 as typed", text: "Abcde1e\u0301", fails: ["R-18a"] },
    { what: "spaces at its ends", text: " Abcdef1 ", fails: [] }
  ])("$what: fails $fails", ({ text, fails }) => {
    expect(failing(text)).toEqual(fails)
  })

  it.prop("all pass exactly when an independent reading says so", [Schema.String], ([text]) => {
    const length = Array.from(text.normalize("NFC")).length
    const isGood = length >= 8 && length <= 15 && /\p{Lu}/u.test(text) && /\p{Ll}/u.test(text) && /\p{Nd}/u.test(text)
    expect(failing(text).length === 0).toBe(isGood)
  })
})

describe("R-18e, D-19a a password and the username", () => {
  test("it is not the username, in whatever case", () => {
    expect(failing("Good.Elmo1", { username: "good.elmo1" })).toEqual(["R-18e"])
    expect(failing("Good.Elmo12", { username: "good.elmo1" })).toEqual([])
  })

  test("D-64 however its accents were typed", () => {
    expect(failing("Jose\u0301.Diaz1", { username: "jos\u00e9.diaz1" })).toEqual(["R-18e"])
    expect(failing("my dear jose\u0301.diaz", { username: "jos\u00e9.diaz" }, strict)).toEqual(["D-19a"])
    expect(failing("my dear jos\u00e9.diaz", { username: "jose\u0301.diaz" }, strict)).toEqual(["D-19a"])
  })

  test("in the strict rule set it does not contain it either", () => {
    expect(failing("my dear good.elmo", {}, strict)).toEqual(["D-19a"])
    expect(failing("my dear GOOD.ELMO", {}, strict)).toEqual(["D-19a"])
    expect(failing("the strasse of mine", { username: "stra\u00dfe" }, strict)).toEqual([])
    expect(failing("only lower case words", {}, strict)).toEqual([])
  })
})

describe("D-19b, D-19c a common password", () => {
  const common = facts("Password1", { blocklisted: true })
  test("is warned of in the walk-through's rule set, and accepted", () => {
    const { password } = sandbox.ask
    expect(password.evaluate(common).decision._tag).toBe("Accepted")
    expect(password.decide(common)._tag).toBe("Accepted")
    expect(issuesOf(password, common)).toEqual([])
    expect(warningsOf(password, common)).toEqual([
      { field: "password", messageId: "issue.password-common", rule: "D-19c", params: {} }
    ])
  })

  test("is refused where a house switches it, and then not warned of", () => {
    const { password } = withBlocklist(sandbox, "refusal").ask
    expect(password.evaluate(common).decision._tag).toBe("Refused")
    expect(issuesOf(password, common).map(({ rule }) => rule)).toEqual(["D-19b"])
    expect(warningsOf(password, common)).toEqual([])
  })

  test("is refused in the strict rule set", () => {
    expect(failing("correct horse battery", { blocklisted: true }, strict)).toEqual(["D-19b"])
  })
})

test("R-19a a password that is typed twice unlike is told at its second field", () => {
  expect(issuesOf(sandbox.ask.password, facts("Abcdefg1", { confirm: "Abcdefg2" }))).toEqual([
    { field: "confirmPassword", messageId: "issue.passwords-differ", rule: "R-19a", params: {} }
  ])
})

test("R-19a, D-64 accents and spaces that another keyboard makes are the same text", () => {
  for (const [text, confirm] of [
    ["Caf\u00e9-2020", "Cafe\u0301-2020"],
    ["Abc defg1", "Abc\u00a0defg1"]
  ] as const) {
    expect(failing(text, { confirm })).toEqual([])
    expect(failing(confirm, { confirm: text })).toEqual([])
  }
  expect(failing("Cafe-2020", { confirm: "Caf\u00e9-2020" })).toEqual(["R-19a"])
})

test("R-18f a changed password is none of the last five", () => {
  const change = (reused: boolean) =>
    issuesOf(sandbox.ask.passwordChange, { ...facts("Abcdefg1"), passwordChange: { reused } })
  expect(change(false)).toEqual([])
  expect(change(true)).toEqual([
    { field: "password", messageId: "issue.password-reused", rule: "R-18f", params: { count: 5 } }
  ])
})
