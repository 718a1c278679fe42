import { describe, expect, test } from "vitest"
import { withPolicy } from "../../src/rule-sets/withPolicy.ts"
import { sandbox } from "../outcomeOf.ts"

const saysOf = (decision: { readonly _tag: string; readonly rule?: { readonly id: string } }) =>
  decision.rule?.id ?? decision._tag

test("R-18f a policy that remembers no passwords lets each be chosen again", () => {
  const forgetful = withPolicy(sandbox, (policy) => ({
    ...policy,
    logon: { ...policy.logon, password: { ...policy.logon.password, history: 0 } }
  }))
  const facts = {
    password: { text: "Abcdefg1", confirm: "Abcdefg1", username: "good.elmo", blocklisted: false },
    passwordChange: { reused: true }
  }
  expect(saysOf(sandbox.ask.passwordChange.decide(facts))).toBe("R-18f")
  expect(saysOf(forgetful.ask.passwordChange.decide(facts))).toBe("Accepted")
})

describe("R-16d a PIN is four digits", () => {
  const profile = {
    name: "LARRY MO",
    phoneCountry: "US",
    phoneType: "cell",
    phoneNumber: "+11111111111",
    email: "a@example.com",
    confirmEmail: "a@example.com"
  }
  test.each(["a123", "123a", "12 4", "abcd"])("%s is none", (pin) => {
    expect(saysOf(sandbox.ask.profile.decide({ profile: { ...profile, pin } }))).toBe("R-16d")
  })
})

describe("D-20a, D-20b a secret answer is compared as it is read", () => {
  test.each([
    { answer: "good.elmo", username: " Good.ELMO ", password: "x", says: "D-20a" },
    { answer: "abcdefg1", username: "x", password: "Abcdefg1 ", says: "D-20b" },
    { answer: "straße", username: "STRASSE", password: "x", says: "Accepted" }
  ])("$answer: $says", ({ says, ...typed }) => {
    const secretQuestion = { question: "city-met-spouse", ...typed }
    expect(saysOf(sandbox.ask.secretQuestion.decide({ secretQuestion }))).toBe(says)
  })
})
