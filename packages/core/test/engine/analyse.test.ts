import { describe, expect, test } from "vitest"
import { analyse } from "../../src/engine/analyse.ts"
import { analyseSteps } from "../../src/engine/analyseSteps.ts"
import { ask } from "../../src/engine/ask.ts"
import { casesOf } from "../../src/engine/prove.ts"
import { over } from "../../src/engine/Rule.ts"
import { logonRequestJourney } from "../../src/journey/logonRequestJourney.ts"
import { verificationFacts } from "../../src/verification/verificationFacts.ts"
import type { VerificationFacts } from "../../src/verification/verificationFacts.ts"
import type { VerificationPolicy } from "../../src/verification/verificationSheet.ts"
import { idIsWellFormed } from "../../src/verification/verificationRules.ts"
import { sandbox } from "../outcomeOf.ts"
import { larry } from "../verification/larry.ts"
import { factsOf, few } from "./space.ts"
import type { Case } from "./space.ts"

test("in the request's question every rule can say no, each no can count, and what is read is what is declared", () => {
  const cases = (function* () {
    for (const c of casesOf<Case>({ ...few, terms: ["accepted", "old", "no"] })) yield factsOf(c)
  })()
  const { overlaps, ...others } = analyse(sandbox.ask.logonRequest, cases)
  expect(others).toEqual({
    dead: [],
    neverDecides: [],
    undeclared: [],
    unread: [],
    gaps: [],
    uncited: [],
    withoutRemedy: []
  })
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
  const { message, remedies, cites, title } = idIsWellFormed
  const sloppy = rule({
    id: "X",
    title,
    cites,
    message,
    remedies,
    reads: ["claim.id", "claim.amount"],
    check: ({ claim }) => claim.id === (claim as VerificationFacts["claim"]).letterId
  })
  const sloppyQuestion = question({
    id: "sloppy",
    refusedUnless: [sloppy],
    reads: [],
    grants: () => "verified" as const,
    secretAnswer: { message, remedies }
  })
  const { undeclared, unread } = analyse(ask(sloppyQuestion, sandbox.policy), [larry])
  expect([unread, undeclared]).toEqual([["X claim.amount"], ["X claim.letterId"]])
})

test("finds what is granted though no rule on what is on file applied, and a rule without source or remedy", () => {
  const { rule, question, choice } = over<VerificationFacts, VerificationPolicy>(verificationFacts)
  const none: ReadonlyArray<never> = []
  const letterOnly = rule({
    id: "X",
    title: "Only letters are held against the record",
    cites: none as never,
    message: "issue.ids-differ",
    remedies: none as never,
    when: choice("claim.kind").is("letterId"),
    reads: ["record.letters"],
    check: ({ record }) => record.letters.length > 0
  })
  const leaky = question({
    id: "leaky",
    refusedUnless: [letterOnly],
    reads: [],
    grants: () => "verified" as const,
    secretAnswer: { message: "issue.ids-differ", remedies: ["remedy.call"] }
  })
  const letter = { ...larry, claim: { ...larry.claim, kind: "letterId" as const } }
  const { gaps, uncited, withoutRemedy } = analyse(ask(leaky, sandbox.policy), [larry, letter])
  expect({ gaps, uncited, withoutRemedy }).toEqual({
    gaps: ['claim.kind "taxReturnAmount"'],
    uncited: ["X"],
    withoutRemedy: ["X"]
  })
})

describe("a table of steps", () => {
  test("of a logon request has no step that cannot be reached or left, and no move to nowhere", () => {
    expect(analyseSteps(logonRequestJourney, "taxpayer-type", "exit")).toEqual({
      unreachable: [],
      endless: [],
      dangling: []
    })
  })

  test("that is broken is told where", () => {
    const broken = {
      first: { on: { next: "second", oops: "nowhere" } },
      second: { on: { again: "second" } },
      third: { on: { out: "exit" } }
    }
    expect(analyseSteps(broken, "first", "exit")).toEqual({
      unreachable: ["third"],
      endless: ["first", "second"],
      dangling: ["first oops"]
    })
  })
})
