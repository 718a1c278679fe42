import { Result } from "effect"
import { describe, expect, test } from "vitest"
import type { FactsError } from "../../src/decisions/FactsError.ts"
import { readCase, readClaim } from "../../src/decisions/readCase.ts"
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
      "password.colour unexpected",
      "password.confirm missing",
      "password.text wrong-type"
    ])
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
