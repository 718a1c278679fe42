import type { AccessFacts } from "../../packages/core/src/access/accessFacts.ts"
import type { PolicyInForce } from "../../packages/core/src/questions/policySheet.ts"
import type { Space } from "../../packages/core/src/engine/prove.ts"
import type { AccountType } from "../../packages/core/src/taxpayer/accountTypeSchema.ts"
import type { FiledReturn } from "../../packages/core/src/taxpayer/taxpayerRecordSchema.ts"
import type { LetterOnFile } from "../../packages/core/src/taxpayer/LetterOnFile.ts"
import type { IdType } from "../../packages/core/src/taxpayer/IdType.ts"
import { filedReturnOf, returnLinesOf } from "../../packages/core/src/testing/filedReturnOf.ts"
import type { VerificationClaim } from "../../packages/core/src/verification/VerificationClaim.ts"
import type { VerificationFacts } from "../../packages/core/src/verification/verificationFacts.ts"

/** The classes of what a logon request can meet; what one class holds, all rules treat alike. */
export interface Case {
  taxpayerType: VerificationClaim["taxpayerType"]
  idType: IdType
  idFormat: "good" | "bad"
  known: boolean
  accountType: AccountType
  filed: boolean
  kind: VerificationClaim["kind"]
  amount: "none" | "first" | "third" | "fourth" | "underReview" | "otherType" | "nobody's"
  letter: "live" | "expired" | "used" | "wrongKind" | "notTheirs" | "malformed"
  attempts: "none" | "amountsUsed" | "yearUsed" | "lettersUsed"
  masterExists: boolean
  taxProfessional: boolean
  terms: "accepted" | "old"
}

/** The whole of it: 1,935,360 cases. */
export const space: Space<Case> = {
  taxpayerType: ["individual", "business"],
  idType: ["SSN", "ITIN", "FEIN"],
  idFormat: ["good", "bad"],
  known: [true, false],
  accountType: [
    "personal-income-tax",
    "individual-use-tax",
    "sales-and-use",
    "corporate-excise",
    "financial-institution-excise",
    "pass-through"
  ],
  filed: [true, false],
  kind: ["taxReturnAmount", "refundAmount", "amountDue", "lineItem", "letterId"],
  amount: ["none", "first", "third", "fourth", "underReview", "otherType", "nobody's"],
  letter: ["live", "expired", "used", "wrongKind", "notTheirs", "malformed"],
  attempts: ["none", "amountsUsed", "yearUsed", "lettersUsed"],
  masterExists: [true, false],
  taxProfessional: [true, false],
  terms: ["accepted", "old"]
}

/** A coarser space, where every case is looked at from every side. */
export const few: Space<Case> = {
  ...space,
  idFormat: ["good"],
  accountType: ["personal-income-tax", "corporate-excise"],
  masterExists: [true],
  taxProfessional: [true]
}

const cents = {
  none: 0,
  first: 1_000_000,
  second: 2_000_000,
  third: 3_000_000,
  fourth: 4_000_000,
  underReview: 5_000_000,
  otherType: 6_000_000,
  "nobody's": 9_990_000
}

/** One amount on every line, so that what a claim speaks of is told by its kind alone. */
const returnOf = (accountType: AccountType, taxYear: number, amount: number, change: Partial<FiledReturn> = {}) =>
  filedReturnOf(
    taxYear,
    returnLinesOf({ incomeTaxAfterCredits: amount, refund: amount, amountDue: amount, lineItem: amount }),
    { accountType, form: "A form", ...change }
  )

/** Four periods filed, two of them twice; one return of another account type. */
const returnsOf = (accountType: AccountType): ReadonlyArray<FiledReturn> => [
  returnOf(accountType, 2019, cents.first),
  returnOf("marijuana-retail", 2019, cents.otherType),
  returnOf(accountType, 2018, cents.second),
  returnOf(accountType, 2018, cents.underReview, { underReview: true }),
  returnOf(accountType, 2017, cents.third),
  returnOf(accountType, 2016, cents.fourth)
]

const letterOf = (change: Partial<LetterOnFile> = {}): LetterOnFile => ({
  letterId: "L0123456789",
  kind: "sign-up",
  ageDays: 20,
  state: "live",
  ...change
})

const ids: Readonly<Record<IdType, string>> = { SSN: "900126789", ITIN: "900896789", FEIN: "001234567" }
const nothing: ReadonlyArray<never> = []

export type SpaceFacts = VerificationFacts & AccessFacts

/** Makes the facts of cases under a policy: limits are met exactly, letters expire by one day. */
export const factsUnder = ({ terms, verification }: PolicyInForce): ((c: Case) => SpaceFacts) => {
  const { amounts, letters: letterLimits } = verification.attempts
  const none = {
    amountFailures: 0,
    amountFailuresInYear: 0,
    letterFailures: 0,
    letterFailuresLately: 0,
    letterFailuresEverywhere: 0
  }
  const attempts: Readonly<Record<Case["attempts"], VerificationFacts["attempts"]>> = {
    none,
    amountsUsed: { ...none, amountFailures: amounts.maxFailures, amountFailuresInYear: amounts.maxFailures - 1 },
    yearUsed: { ...none, amountFailuresInYear: amounts.maxFailuresPerYear },
    lettersUsed: {
      ...none,
      letterFailures: letterLimits.maxFailures,
      letterFailuresLately: 1,
      letterFailuresEverywhere: letterLimits.maxFailures
    }
  }
  const letters: Readonly<Record<Case["letter"], ReadonlyArray<LetterOnFile>>> = {
    live: [letterOf({ ageDays: verification.letters.lifeDays - 1 })],
    expired: [letterOf({ ageDays: verification.letters.lifeDays })],
    used: [letterOf({ state: "used" })],
    wrongKind: [letterOf({ kind: "identity-verification" })],
    notTheirs: [letterOf({ letterId: "L9999999999" })],
    malformed: [letterOf()]
  }
  const returns = new Map(space.accountType.map((type) => [type, returnsOf(type)]))
  const others = new Map([...returns].map(([type, all]) => [type, all.filter((filed) => filed.accountType !== type)]))
  return (c) => {
    const id = c.idFormat === "good" ? ids[c.idType] : "12345678"
    return {
      claim: {
        taxpayerType: c.taxpayerType,
        idType: c.idType,
        id,
        accountType: c.accountType,
        kind: c.kind,
        amount: cents[c.amount],
        letterId: c.letter === "malformed" ? "0123" : "L0123456789"
      },
      record: {
        returns: c.known ? (c.filed ? returns : others).get(c.accountType)! : nothing,
        letters: c.known ? letters[c.letter] : nothing,
        today: "2020-11-20"
      },
      attempts: attempts[c.attempts],
      access: {
        masterExists: c.masterExists,
        accountType: c.accountType,
        taxProfessional: c.taxProfessional,
        termsAccepted: true,
        termsVersion: c.terms === "old" ? "2019-01-01" : terms.version
      }
    }
  }
}
