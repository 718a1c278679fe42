import { expect, test } from "vitest"
import { analyse } from "../../src/engine/analyse.ts"
import { ask } from "../../src/engine/ask.ts"
import { casesOf } from "../../src/engine/prove.ts"
import { over } from "../../src/engine/Rule.ts"
import { verificationFacts } from "../../src/verification/verificationFacts.ts"
import type { VerificationFacts } from "../../src/verification/verificationFacts.ts"
import type { VerificationPolicy } from "../../src/verification/VerificationPolicy.ts"
import { idIsConfirmed } from "../../src/verification/verificationRules.ts"
import { sandbox } from "../outcomeOf.ts"
import { larry } from "../verification/larry.ts"
import { factsOf, few } from "./space.ts"
import type { Case } from "./space.ts"

test("in the request's question every rule can say no, each no can count, and what is read is what is declared", () => {
  const cases = (function* () {
    for (const c of casesOf<Case>({ ...few, confirmed: [true, false], terms: ["accepted", "old", "no"] }))
      yield factsOf(c)
  })()
  const { dead, neverDecides, overlaps, undeclared, unread } = analyse(sandbox.ask.logonRequest, cases)
  expect({ dead, neverDecides, undeclared, unread }).toEqual({ dead: [], neverDecides: [], undeclared: [], unread: [] })
  // Narrower and narrower: what is on no return is on no recent one.
  expect(overlaps).toEqual(
    expect.arrayContaining([
      ["R-09", "R-07"],
      ["R-07", "R-41"],
      ["R-14a", "R-14b"],
      ["R-14b", "D-07b"]
    ])
  )
})

test("finds a read that is declared and not used, and one that is used and not declared", () => {
  const { rule, question } = over<VerificationFacts, VerificationPolicy>(verificationFacts)
  const { message, remedies, cites, title } = idIsConfirmed
  const sloppy = rule({
    id: "X",
    title,
    cites,
    message,
    remedies,
    reads: ["claim.id", "claim.amount"],
    check: ({ claim }) => claim.id === (claim as VerificationFacts["claim"]).confirmId
  })
  const sloppyQuestion = question({
    id: "sloppy",
    refusedUnless: [sloppy],
    reads: [],
    grants: () => "verified" as const,
    secretAnswer: { message, remedies }
  })
  const { undeclared, unread } = analyse(ask(sloppyQuestion, sandbox.policy), [larry])
  expect([unread, undeclared]).toEqual([["X claim.amount"], ["X claim.confirmId"]])
})
