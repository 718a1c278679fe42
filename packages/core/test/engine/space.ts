import type { AccessFacts } from "../../src/access/accessFacts.ts"
import type { Space } from "../../src/engine/prove.ts"
import type { AccountType } from "../../src/taxpayer/accountTypeSchema.ts"
import type { FiledReturn } from "../../src/taxpayer/taxpayerRecordSchema.ts"
import type { LetterOnFile } from "../../src/taxpayer/LetterOnFile.ts"
import type { VerificationClaim } from "../../src/verification/VerificationClaim.ts"
import type { VerificationFacts } from "../../src/verification/verificationFacts.ts"
import { sandbox } from "../outcomeOf.ts"
import { filed, letter, linesOf } from "../verification/larry.ts"

/** The classes of what a logon request can meet. */
export interface Case {
  taxpayerType: VerificationClaim["taxpayerType"]
  idType: VerificationClaim["idType"]
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
  terms: "accepted" | "old" | "no"
}

/** Small enough for every run; the whole of it is proved with the other proofs. */
export const space: Space<Case> = {
  taxpayerType: ["individual", "business"],
  idType: ["SSN", "FEIN"],
  idFormat: ["good", "bad"],
  known: [true, false],
  accountType: ["personal-income-tax", "corporate-excise", "meals"],
  filed: [true, false],
  kind: ["taxReturnAmount", "lineItem", "letterId"],
  amount: ["none", "first", "third", "fourth", "underReview", "otherType", "nobody's"],
  letter: ["live", "expired", "used", "wrongKind", "notTheirs", "malformed"],
  attempts: ["none", "amountsUsed", "yearUsed", "lettersUsed"],
  masterExists: [true, false],
  taxProfessional: [true, false],
  terms: ["accepted", "old", "no"]
}

/** A coarser space, for what is slow. */
export const few: Space<Case> = {
  ...space,
  taxProfessional: [true],
  masterExists: [true],
  terms: ["accepted", "no"]
}

const cents = {
  none: 0,
  first: 10_000,
  second: 20_000,
  third: 30_000,
  fourth: 40_000,
  underReview: 50_000,
  otherType: 60_000,
  "nobody's": 99_900
}

const form = { "personal-income-tax": "Form 1", "corporate-excise": "Form 355" } as Partial<Record<AccountType, string>>

const returnsOf = (accountType: AccountType): ReadonlyArray<FiledReturn> => {
  const all = (type: AccountType, taxYear: number, amount: number, change: Partial<FiledReturn> = {}) => {
    const lines = linesOf({ incomeTaxAfterCredits: amount, refund: amount, amountDue: amount, lineItem: amount })
    return filed(taxYear, amount, { accountType: type, form: form[type] ?? "Form ST", filed: lines, ...change })
  }
  return [
    all(accountType, 2019, cents.first),
    all("individual-use-tax", 2019, cents.otherType),
    all(accountType, 2018, cents.second),
    all(accountType, 2018, cents.underReview, { underReview: true }),
    all(accountType, 2017, cents.third),
    all(accountType, 2016, cents.fourth)
  ]
}

const returns = new Map(space.accountType.map((type) => [type, returnsOf(type)]))
const letters: Readonly<Record<Case["letter"], ReadonlyArray<LetterOnFile>>> = {
  live: [letter()],
  expired: [letter({ ageDays: 91 })],
  used: [letter({ state: "used" })],
  wrongKind: [letter({ kind: "identity-verification" })],
  notTheirs: [letter({ letterId: "L9999999999" })],
  malformed: [letter()]
}
const noAttempts = {
  amountFailures: 0,
  amountFailuresInYear: 0,
  letterFailures: 0,
  letterFailuresLately: 0,
  letterFailuresEverywhere: 0
}
const attempts = {
  none: noAttempts,
  amountsUsed: { ...noAttempts, amountFailures: 5, amountFailuresInYear: 5 },
  yearUsed: { ...noAttempts, amountFailuresInYear: 10 },
  lettersUsed: { ...noAttempts, letterFailures: 5, letterFailuresLately: 1, letterFailuresEverywhere: 5 }
}
const ids = { SSN: "900126789", ITIN: "900896789", FEIN: "001234567" }
const nothing: ReadonlyArray<never> = []

export type SpaceFacts = VerificationFacts & AccessFacts

/** The facts of a case. */
export const factsOf = (c: Case): SpaceFacts => {
  const id = c.idFormat === "good" ? ids[c.idType] : "12AB"
  const ofType = returns.get(c.accountType) ?? nothing
  const onFile = c.filed ? ofType : ofType.filter((filed) => filed.accountType !== c.accountType)
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
      returns: c.known ? onFile : nothing,
      letters: c.known ? letters[c.letter] : nothing,
      today: "2020-11-20"
    },
    attempts: attempts[c.attempts],
    access: {
      masterExists: c.masterExists,
      accountType: c.accountType,
      taxProfessional: c.taxProfessional,
      termsAccepted: c.terms !== "no",
      termsVersion: c.terms === "old" ? "2019-01-01" : sandbox.policy.terms.version
    }
  }
}

/** Whether an amount of the case is one that counts. */
export const isInWindow = (c: Case): boolean => c.amount === "first" || c.amount === "third"

/** Whether the attempts of the case close its kind of evidence. */
export const isLocked = (c: Case): boolean =>
  c.kind === "letterId" ? c.attempts === "lettersUsed" : c.attempts === "amountsUsed" || c.attempts === "yearUsed"
