import { Result } from "effect"
import { describe, expect, test } from "vitest"
import type { FactsError } from "../../src/questions/FactsError.ts"
import { factsSchemas } from "../../src/questions/factsSchemas.ts"
import type { QuestionId } from "../../src/questions/questionIds.ts"
import { readCase, readClaim } from "../../src/questions/readCase.ts"
import { readKnowledge } from "../../src/questions/readKnowledge.ts"
import { claim } from "../verification/larry.ts"

const word = { text: "GoodElmo2020", confirm: "GoodElmo2020", username: "good.elmo", blocklisted: false }
const issuesOf = (read: Result.Result<unknown, FactsError>) =>
  Result.isFailure(read) ? read.failure.issues.map(({ code, path }) => `${path} ${code}`) : []

describe("a case", () => {
  test("is read where every fact is known", () => {
    const read = readCase("password", { password: word })
    expect(Result.isSuccess(read) && read.success).toEqual({ password: word })
  })

  test("names each fact that is left out, is none, or is of another type", () => {
    const { confirm: _, ...partly } = word
    expect(issuesOf(readCase("password", { password: { ...partly, text: 1, colour: "x" } })).toSorted()).toEqual([
      "password.? unexpected",
      "password.confirm missing",
      "password.text wrong-type"
    ])
  })
})

describe("a name", () => {
  test.each(Object.keys(factsSchemas) as ReadonlyArray<QuestionId>)(
    "of a fact is told wherever it stands, and another is not: %s",
    (question) => {
      const subjects = factsSchemas[question].fields as Readonly<Record<string, { readonly fields: object }>>
      const none = Object.fromEntries(Object.keys(subjects).map((subject) => [subject, { Boston: 1 }]))
      const missing = Object.entries(subjects).flatMap(([subject, { fields }]) =>
        Object.keys(fields).map((name) => `${subject}.${name} missing`)
      )
      const unexpected = Object.keys(subjects).map((subject) => `${subject}.? unexpected`)
      expect(issuesOf(readCase(question, none)).toSorted()).toEqual([...missing, ...unexpected].toSorted())
    }
  )

  test("that is a number is told as a place of a list only", () => {
    const record = { returns: [{ 7: 1 }], 2020: 1 }
    const said = issuesOf(readKnowledge("verification", { record }))
    expect(said).toContain("record.? unexpected")
    expect(said).toContain("record.returns.0.? unexpected")
    expect(said).toContain("record.returns.0.taxYear missing")
  })
})

describe("a claim", () => {
  test("is read whole", () => {
    const read = readClaim({ claim })
    expect(Result.isSuccess(read) && read.success).toEqual({ claim })
  })

  test("D-27 brings nothing of what is on file or was counted", () => {
    expect(issuesOf(readClaim({ claim, record: {}, attempts: {} })).toSorted()).toEqual([
      "attempts unexpected",
      "record unexpected"
    ])
    expect(issuesOf(readClaim({}))).toEqual(["claim missing"])
  })
})
