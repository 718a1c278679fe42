import { describe, expect, test } from "vitest"
import { issuesOfAnswer } from "../../src/logon-request/issuesOfAnswer.ts"
import type { AnswersView } from "../../src/logon-request/stepShapes.ts"
import { sandbox } from "../outcomeOf.ts"

const options = { policy: sandbox.policy }
const individual: AnswersView = { "taxpayer-type": { taxpayerType: "individual" } }
const given: AnswersView = {
  ...individual,
  "taxpayer-id": { idType: "SSN", id: "***-**-6789", accountType: "personal-income-tax" }
}
const typed = { idType: "SSN", id: "900-12-6789", confirmId: "900-12-6789", accountType: "personal-income-tax" }
const told = (text: typeof typed | Omit<typeof typed, "id" | "confirmId">, answers = individual) =>
  issuesOfAnswer("taxpayer-id", text, { answers, options }).map(({ code, path }) => `${path} ${code}`)

describe("R-05 I1 the number typed again", () => {
  test("R-05 the number is typed twice alike, or the second field says so", () => {
    expect(told(typed)).toEqual([])
    expect(told({ ...typed, confirmId: "900126789" })).toEqual([])
    expect(told({ ...typed, confirmId: "900-12-6780" })).toEqual(["confirmId ids-differ"])
  })

  test("that is none says so, and not that it differs", () => {
    expect(told({ ...typed, confirmId: "" })).toEqual(["confirmId id-missing"])
    expect(told({ ...typed, id: "" })).toEqual(["id id-missing"])
  })

  test("that differs is told in the order of the fields, with everything else", () => {
    const wrong = { ...typed, id: "123-45-6789", accountType: "corporate-excise" }
    expect(told(wrong)).toEqual(["id id-malformed", "confirmId ids-differ", "accountType account-type-not-offered"])
  })

  test("is not asked where the number given before stays", () => {
    const { confirmId: _, id: __, ...rest } = typed
    expect(told(rest, given)).toEqual([])
  })
})
