import { describe, expect, test } from "vitest"
import { issuesOf } from "../../src/engine/issuesOf.ts"
import { parseSecretAnswer } from "../../src/logon/parseSecretAnswer.ts"
import { sandbox, strict } from "../outcomeOf.ts"

const facts = (change: object = {}) => ({
  secretQuestion: {
    question: "city-met-spouse",
    answer: "new bedford",
    username: "good.elmo",
    password: "Abcdefg1",
    ...change
  }
})

describe("R-19b, R-19c, D-20a, D-20b question and answer", () => {
  test.each([
    { what: "the walk-through's question", change: {}, fails: [] },
    { what: "a question that is not listed", change: { question: "your-ssn" }, fails: ["R-19b secretQuestion"] },
    { what: "no answer", change: { answer: "" }, fails: ["R-19c secretAnswer"] },
    { what: "a long answer", change: { answer: "b".repeat(101) }, fails: ["R-19c secretAnswer"] },
    { what: "the username", change: { answer: "GOOD.elmo" }, fails: ["D-20a secretAnswer"] },
    { what: "the password", change: { answer: "abcdefg1" }, fails: ["D-20b secretAnswer"] }
  ])("$what: fails $fails", ({ change, fails }) => {
    const issues = issuesOf(sandbox.ask.secretQuestion, facts(change))
    expect(issues.map(({ field, rule }) => `${rule} ${field}`)).toEqual(fails)
  })

  test("where the rule set lists no question, nothing is asked", () => {
    const { decision, findings } = strict.ask.secretQuestion.evaluate(facts({ question: "", answer: "" }))
    expect([decision._tag, findings]).toEqual(["Accepted", []])
  })
})

describe("D-20 an answer is compared in one form", () => {
  test.each(["new bedford", "  New   BEDFORD ", "Ｎｅｗ bedford", "new\tbedford"])("way $#", (typed) => {
    expect(parseSecretAnswer(typed)).toEqual({ value: "new bedford" })
  })

  test("nothing is no answer", () => {
    expect(parseSecretAnswer(" \u3000 ")).toEqual({ issue: "issue.secret-answer-missing" })
  })
})
