import { describe, expect, test } from "vitest"
import type { PolicyInForce } from "../../src/questions/policySheet.ts"
import type { Rule } from "../../src/engine/Rule.ts"
import type { VerificationFacts } from "../../src/verification/verificationFacts.ts"
import type { VerificationPolicy } from "../../src/verification/verificationSheet.ts"
import * as rules from "../../src/verification/verificationRules.ts"
import { outcomeOf, sandbox, strict } from "../outcomeOf.ts"
import { claiming, filed, larry, letter, linesOf } from "./larry.ts"

const policyWith = (change: Partial<PolicyInForce["verification"]>): PolicyInForce => ({
  ...sandbox.policy,
  verification: { ...sandbox.policy.verification, ...change }
})

const outcome = (
  rule: Rule<VerificationFacts, VerificationPolicy>,
  facts: VerificationFacts,
  policy: PolicyInForce = sandbox.policy
) => outcomeOf(rules.verification, rule, facts, policy)

const byLetter = { kind: "letterId", amount: null, letterId: "L0123456789" } as const

test("the claim of the walk-through is accepted", () => {
  expect(sandbox.ask.verification.evaluate(larry).decision).toEqual({ _tag: "Accepted", grant: "verified" })
})

describe("D-30a, D-30b, D-30c attempts", () => {
  const after = (
    amountFailures: number,
    amountFailuresInYear: number,
    letterFailures: number,
    kind = larry.claim,
    letterFailuresLately = 1,
    letterFailuresEverywhere = letterFailures
  ) => ({
    ...larry,
    claim: kind,
    attempts: {
      amountFailures,
      amountFailuresInYear,
      letterFailures,
      letterFailuresLately,
      letterFailuresEverywhere
    }
  })
  const letterClaim = { ...larry.claim, ...byLetter }

  test.each([
    { failures: [4, 4, 0], tag: "Accepted", by: undefined },
    { failures: [5, 5, 0], tag: "Locked", by: "D-30a" },
    { failures: [0, 9, 0], tag: "Accepted", by: undefined },
    { failures: [5, 10, 0], tag: "Locked", by: "D-30b" },
    { failures: [0, 10, 0], tag: "Locked", by: "D-30b" },
    { failures: [0, 0, 5], tag: "Accepted", by: undefined }
  ])(
    "an amount after $failures failures: $tag $by",
    ({ failures: [amounts = 0, inYear = 0, letters = 0], tag, by }) => {
      const { decision } = sandbox.ask.verification.evaluate(after(amounts, inYear, letters))
      expect([decision._tag, "rule" in decision ? decision.rule.id : undefined]).toEqual([tag, by])
    }
  )

  test.each([
    { here: 0, lately: 0, everywhere: 0, tag: "Accepted" },
    { here: 4, lately: 4, everywhere: 99, tag: "Accepted" },
    { here: 5, lately: 1, everywhere: 5, tag: "Locked" },
    { here: 5, lately: 0, everywhere: 5, tag: "Accepted" },
    { here: 1, lately: 1, everywhere: 100, tag: "Accepted" },
    { here: 2, lately: 1, everywhere: 99, tag: "Accepted" },
    { here: 2, lately: 1, everywhere: 100, tag: "Locked" },
    { here: 2, lately: 0, everywhere: 100, tag: "Accepted" },
    { here: 0, lately: 0, everywhere: 100_000, tag: "Accepted" }
  ])(
    "a letter after $here failures of this network, $lately of them lately, and $everywhere of all: $tag",
    ({ everywhere, here, lately, tag }) => {
      const facts = after(5, 10, here, letterClaim, lately, everywhere)
      expect(sandbox.ask.verification.evaluate(facts).decision._tag).toBe(tag)
    }
  )
})

describe("R-03a ID type and taxpayer type", () => {
  test.each([
    { taxpayerType: "individual", idType: "SSN", says: "pass" },
    { taxpayerType: "individual", idType: "ITIN", says: "pass" },
    { taxpayerType: "individual", idType: "FEIN", says: "fail" },
    { taxpayerType: "business", idType: "FEIN", says: "pass" },
    { taxpayerType: "business", idType: "SSN", says: "fail" }
  ] as const)("$taxpayerType with $idType: $says", ({ says, ...change }) => {
    expect(outcome(rules.idFitsTaxpayer, claiming(change))).toBe(says)
  })
})

test("D-22a a number that is issued is none in the sandbox", () => {
  expect(outcome(rules.idIsWellFormed, larry)).toBe("pass")
  expect(outcome(rules.idIsWellFormed, claiming({ id: "123456789" }))).toBe("fail")
  expect(outcome(rules.idIsWellFormed, larry, { ...sandbox.policy, idRanges: "live" })).toBe("fail")
})

describe("D-31 account types per ID type", () => {
  test.each([
    { idType: "SSN", accountType: "personal-income-tax", says: "pass" },
    { idType: "ITIN", accountType: "individual-use-tax", says: "pass" },
    { idType: "SSN", accountType: "meals", says: "pass" },
    { idType: "SSN", accountType: "corporate-excise", says: "fail" },
    { idType: "FEIN", accountType: "corporate-excise", says: "pass" },
    { idType: "FEIN", accountType: "personal-income-tax", says: "fail" },
    { idType: "SSN", accountType: "constructor" as "meals", says: "fail" }
  ] as const)("$idType, $accountType: $says", ({ says, ...change }) => {
    expect(outcome(rules.accountTypeFitsId, claiming(change))).toBe(says)
  })
})

describe("R-04 the evidence that an account type takes", () => {
  test.each([
    { accountType: "personal-income-tax", kind: "refundAmount", says: "pass" },
    { accountType: "personal-income-tax", kind: "lineItem", says: "fail" },
    { accountType: "personal-income-tax", kind: "amountDue", says: "fail" },
    { accountType: "individual-use-tax", kind: "amountDue", says: "pass" },
    { accountType: "individual-use-tax", kind: "taxReturnAmount", says: "fail" },
    { accountType: "corporate-excise", kind: "lineItem", says: "pass" },
    { accountType: "constructor" as "meals", kind: "letterId", says: "fail" }
  ] as const)("$accountType, $kind: $says", ({ says, ...change }) => {
    expect(outcome(rules.kindIsOffered, claiming(change))).toBe(says)
  })

  test("the strict rule set takes a letter only", () => {
    expect(outcome(rules.kindIsOffered, larry, strict.policy)).toBe("fail")
    expect(outcome(rules.kindIsOffered, claiming(byLetter), strict.policy)).toBe("pass")
  })
})

test("R-08 zero proves nothing, and says so before anything is looked up", () => {
  expect(outcome(rules.amountIsPositive, claiming({ amount: 0 }))).toBe("fail")
  expect(outcome(rules.amountIsPositive, claiming({ amount: 1 }))).toBe("pass")
  expect(outcome(rules.amountIsPositive, claiming({ amount: null }))).toBe("fail")
  expect(outcome(rules.amountIsPositive, claiming(byLetter))).toBe("notApplicable")
})

describe("R-06 a return of the account type is on file", () => {
  const other = filed(2019, 10_000, { accountType: "individual-use-tax" })
  test.each([
    { onFile: "one of it", returns: [filed(2019, 1)], says: "pass" },
    { onFile: "one of another type", returns: [other], says: "fail" },
    { onFile: "an amendment alone", returns: [filed(2019, 1, { amendedOf: "2019-12-31" })], says: "fail" },
    { onFile: "nothing", returns: [], says: "fail" }
  ])("$onFile: $says", ({ returns, says }) => {
    expect(outcome(rules.accountTypeIsFiled, claiming({}, { returns }))).toBe(says)
  })
})

describe("R-09 the line of the kind, on a return of the account type", () => {
  const all = linesOf({ incomeTaxAfterCredits: 10_000, refund: 20_000, amountDue: 30_000, lineItem: 40_000 })
  const returns = [filed(2019, 0, { filed: all })]
  test.each([
    { kind: "taxReturnAmount", amount: 10_000, says: "pass" },
    { kind: "taxReturnAmount", amount: 20_000, says: "fail" },
    { kind: "taxReturnAmount", amount: 10_001, says: "fail" },
    { kind: "refundAmount", amount: 20_000, says: "pass" },
    { kind: "refundAmount", amount: 10_000, says: "fail" },
    { kind: "amountDue", amount: 30_000, says: "pass" },
    { kind: "lineItem", amount: 40_000, says: "pass" }
  ] as const)("$kind of $amount cents: $says", ({ says, ...change }) => {
    expect(outcome(rules.amountIsOnAReturn, claiming(change, { returns }))).toBe(says)
  })

  test("zero on file and zero typed do not match", () => {
    expect(outcome(rules.amountIsOnAReturn, claiming({ amount: 0 }, { returns: [filed(2019, 0)] }))).toBe("fail")
  })

  test("the amount of another account type does not match", () => {
    const other = filed(2019, 10_000, { accountType: "individual-use-tax" })
    expect(outcome(rules.amountIsOnAReturn, claiming({}, { returns: [filed(2019, 5), other] }))).toBe("fail")
  })
})

describe("R-07 one of the last three returns", () => {
  const returns = [filed(2016, 10_000), filed(2019, 20_000), filed(2022, 30_000), filed(2023, 40_000)]
  test.each([
    { amount: 40_000, says: "pass" },
    { amount: 20_000, says: "pass" },
    { amount: 10_000, says: "fail" },
    { amount: 40_001, says: "fail" }
  ])("a claim of $amount cents: $says", ({ amount, says }) => {
    expect(outcome(rules.amountIsOnARecentReturn, claiming({ amount }, { returns, today: "2024-11-20" }))).toBe(says)
  })

  test.each([
    { taxYear: 2019, says: "pass" },
    { taxYear: 2017, says: "pass" },
    { taxYear: 2016, says: "fail" },
    { taxYear: 2020, says: "fail" }
  ])("where the window is three tax years, $taxYear on 2020-11-20: $says", ({ taxYear, says }) => {
    const policy = policyWith({ returnWindow: { unit: "taxYears", count: 3 } })
    expect(outcome(rules.amountIsOnARecentReturn, claiming({}, { returns: [filed(taxYear, 10_000)] }), policy)).toBe(
      says
    )
  })
})

describe("R-41 posted for long enough and not under review", () => {
  test.each([
    { postedOn: "2020-11-20", minimumPostedAgeDays: 0, underReview: false, says: "pass" },
    { postedOn: "2020-11-21", minimumPostedAgeDays: 0, underReview: false, says: "fail" },
    { postedOn: "2020-10-30", minimumPostedAgeDays: 21, underReview: false, says: "pass" },
    { postedOn: "2020-10-31", minimumPostedAgeDays: 21, underReview: false, says: "fail" },
    { postedOn: "2020-01-01", minimumPostedAgeDays: 0, underReview: true, says: "fail" }
  ])("posted $postedOn, at least $minimumPostedAgeDays days, review $underReview: $says", (row) => {
    const { minimumPostedAgeDays, says, ...change } = row
    const facts = claiming({}, { returns: [filed(2019, 10_000, change)] })
    expect(outcome(rules.returnIsSettled, facts, policyWith({ minimumPostedAgeDays }))).toBe(says)
    expect(outcome(rules.amountIsOnARecentReturn, facts, policyWith({ minimumPostedAgeDays }))).toBe("pass")
  })

  test("a return under review keeps its place: the fourth does not move up", () => {
    const returns = [filed(2019, 1, { underReview: true }), filed(2018, 2), filed(2017, 3), filed(2016, 10_000)]
    expect(sandbox.ask.verification.evaluate(claiming({}, { returns })).decision._tag).toBe("Refused")
  })
})

describe("R-14a, R-14b, D-07a, D-07b letters", () => {
  const failing = (change: object, letters = [letter()], policy = sandbox.policy) => {
    const facts = claiming({ ...byLetter, ...change }, { letters })
    const all = [
      rules.letterIdIsWellFormed,
      rules.letterIsTheirs,
      rules.letterIsASignUpLetter,
      rules.letterIsLive
    ] as const
    return all.filter((rule) => outcome(rule, facts, policy) === "fail").map(({ id }) => id)
  }
  test.each([
    { what: "theirs, live", letters: [letter()], fails: [] },
    { what: "the second of two", letters: [letter({ letterId: "L9999999999" }), letter()], fails: [] },
    { what: "somebody else's", letters: [letter({ letterId: "L9999999999" })], fails: ["R-14a", "R-14b", "D-07b"] },
    { what: "of another kind", letters: [letter({ kind: "identity-verification" })], fails: ["R-14b", "D-07b"] },
    { what: "used", letters: [letter({ state: "used" })], fails: ["D-07b"] },
    { what: "held by another", letters: [letter({ state: "reserved" })], fails: ["D-07b"] },
    { what: "not the newest", letters: [letter({ state: "superseded" })], fails: ["D-07b"] },
    { what: "89 days old", letters: [letter({ ageDays: 89 })], fails: [] },
    { what: "90 days old", letters: [letter({ ageDays: 90 })], fails: ["D-07b"] },
    { what: "none on file", letters: [], fails: ["R-14a", "R-14b", "D-07b"] }
  ])("$what: fails $fails", ({ letters, fails }) => {
    expect(failing({}, letters)).toEqual(fails)
  })

  test("in the strict rule set a letter lives 21 days", () => {
    expect(failing({}, [letter({ ageDays: 20 })], strict.policy)).toEqual([])
    expect(failing({}, [letter({ ageDays: 21 })], strict.policy)).toEqual(["D-07b"])
  })

  test("a letter ID that is none is told at its field", () => {
    expect(failing({ letterId: "0123456789" }, [letter({ letterId: "0123456789" })])).toEqual(["D-07a"])
  })
})
