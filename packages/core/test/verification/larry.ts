import type { FiledReturn, ReturnLines } from "../../src/taxpayer/taxpayerRecordSchema.ts"
import type { LetterOnFile } from "../../src/taxpayer/LetterOnFile.ts"
import type { VerificationClaim } from "../../src/verification/VerificationClaim.ts"
import type { VerificationFacts } from "../../src/verification/verificationFacts.ts"

/** Whole cents; what is left out is no line of the return. */
export const linesOf = (lines: Partial<ReturnLines>): ReturnLines => ({
  incomeTaxAfterCredits: null,
  refund: null,
  amountDue: null,
  lineItem: null,
  ...lines
})

/** A Form 1 of a tax year, posted in May of the next. */
export const filed = (
  taxYear: number,
  incomeTaxAfterCredits: number,
  change: Partial<FiledReturn> = {}
): FiledReturn => ({
  accountType: "personal-income-tax",
  form: "Form 1",
  taxYear,
  periodEnd: `${taxYear}-12-31`,
  postedOn: `${taxYear + 1}-05-01`,
  underReview: false,
  joint: false,
  filed: linesOf({ incomeTaxAfterCredits }),
  adjusted: null,
  ...change
})

export const letter = (change: Partial<LetterOnFile> = {}): LetterOnFile => ({
  letterId: "L0123456789",
  kind: "sign-up",
  ageDays: 20,
  state: "live",
  ...change
})

/** The claim of the walk-through: an amount of $100.00. */
export const claim: VerificationClaim = {
  taxpayerType: "individual",
  idType: "SSN",
  id: "900126789",
  accountType: "personal-income-tax",
  kind: "taxReturnAmount",
  amount: 10_000,
  letterId: null
}

/** LARRY MO, on the day of the walk-through. */
export const larry: VerificationFacts = {
  claim,
  record: { returns: [filed(2019, 10_000)], letters: [letter()], today: "2020-11-20" },
  attempts: {
    amountFailures: 0,
    amountFailuresInYear: 0,
    letterFailures: 0,
    letterFailuresLately: 0,
    letterFailuresEverywhere: 0
  }
}

export const claiming = (change: Partial<VerificationClaim>, record: Partial<VerificationFacts["record"]> = {}) => ({
  ...larry,
  claim: { ...claim, ...change },
  record: { ...larry.record, ...record }
})
