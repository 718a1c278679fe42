import { expect, test } from "vitest"
import { adviceOf, explain, explainToPartner, explainToStaff, explainToTaxpayer } from "../../src/engine/explain.ts"
import { issuesOf } from "../../src/engine/issuesOf.ts"
import { sealed } from "../../src/engine/Rule.ts"
import { usernameHasLength } from "../../src/logon/usernameRules.ts"
import { sandbox } from "../outcomeOf.ts"
import { claiming, filed, larry, letter } from "../verification/larry.ts"

const { username, verification } = sandbox.ask
const wrong = claiming({ amount: 40_000 })
const unoffered = claiming({ accountType: "corporate-excise", amount: 0 })

test("a secret reason: the same words to the person, a code to the partner, everything to staff, masked", () => {
  expect(explainToTaxpayer(verification, wrong)).toEqual([
    {
      message: "decision.not-verified",
      params: {},
      remedies: ["remedy.check-number-and-amount", "remedy.use-letter-id", "remedy.call"]
    }
  ])
  expect(explainToPartner(verification, wrong)).toEqual({ code: "decision.not-verified" })
  const lines = explainToStaff(verification, wrong)
  expect(lines).toContain(
    "fail          R-09 The amount is that of the line of its kind on a return of the account type, to the cent " +
      "(seed line 135; seed line 133; D-03; D-04; D-05; D-06): the account type: personal-income-tax, " +
      "the kind of evidence: taxReturnAmount, the amount: ***, the number of filed returns: 1"
  )
  expect(lines.join()).not.toMatch(/900126789|40000/u)
})

test("a public reason is named to the partner", () => {
  expect(explainToPartner(verification, unoffered)).toEqual({ code: "issue.account-type-not-offered", rule: "D-31" })
  expect(explainToPartner(verification, larry)).toEqual({ code: "Accepted" })
})

test("staff see what is not known and what is sealed", () => {
  const lines = explainToStaff(verification, { claim: {}, record: sealed, attempts: {} }).join("\n")
  expect(lines).toContain("the kind of evidence: not known")
  expect(lines).toContain("the number of filed returns: sealed")
})

test("advice names the values of the policy", () => {
  expect(adviceOf(username, usernameHasLength).params).toEqual({ min: 3, max: 60 })
})

test("issues stand at the field of the last fact that a rule reads; secret rules give none", () => {
  expect(issuesOf(verification, unoffered)).toEqual([
    { field: "accountType", messageId: "issue.account-type-not-offered", rule: "D-31", params: {} },
    { field: "amount", messageId: "issue.amount-not-positive", rule: "R-08", params: {} }
  ])
  expect(issuesOf(verification, wrong)).toEqual([])
})

test.each([
  { kind: "lineItem", field: "verificationType" },
  { kind: "amountDue", field: "amountKind" }
] as const)("evidence that is not offered is told where it was chosen: $kind at $field", ({ kind, field }) => {
  expect(issuesOf(verification, { ...claiming({ kind }), record: sealed }).map((issue) => issue.field)).toEqual([field])
})

test("one explanation has all three depths, and staff see the source of each rule and what it read, masked", () => {
  const { partner, staff, taxpayer } = explain(verification, wrong)
  expect(taxpayer).toEqual(explainToTaxpayer(verification, wrong))
  expect(partner).toEqual(explainToPartner(verification, wrong))
  const found = staff.find(({ rule }) => rule === "R-08")!
  expect(found).toEqual({
    rule: "R-08",
    title: "The amount is greater than $0",
    cites: expect.arrayContaining([{ decision: "D-08" }]),
    outcome: "pass",
    read: [{ path: "claim.amount", label: "the amount", shown: "***" }]
  })
  const letters = staff.find(({ rule }) => rule === "R-14a")!
  expect(letters.read).toEqual([{ path: "claim.kind", label: "the kind of evidence", shown: "taxReturnAmount" }])
})

const shownBy = (rule: string, facts: typeof larry) =>
  explain(verification, facts)
    .staff.find((finding) => finding.rule === rule)!
    .read.at(-1)!.shown

test.each([
  { returns: [filed(2019, 10_000)], shown: "one that counts" },
  { returns: [filed(2019, 10_000, { underReview: true })], shown: "one that does not count yet" },
  { returns: [filed(2019, 20_000)], shown: "none" }
])("staff see which return the amount stands on, and no amount: $shown", ({ returns, shown }) => {
  expect(shownBy("R-07", claiming({}, { returns }))).toBe(shown)
})

const byLetter = { kind: "letterId", amount: null, letterId: "L0123456789" } as const
test.each([
  { letters: [letter()], shown: "one that can be used" },
  { letters: [letter({ state: "used" })], shown: "one that can no longer be used" },
  { letters: [letter({ kind: "notice" })], shown: "one of another kind" },
  { letters: [letter({ letterId: "L0123456780" })], shown: "none" }
])("staff see what the letter is whose ID was typed, and no ID: $shown", ({ letters, shown }) => {
  expect(shownBy("R-14a", claiming(byLetter, { letters }))).toBe(shown)
})
