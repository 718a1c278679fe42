import type { FiledReturn, ReturnLines } from "../taxpayer/taxpayerRecordSchema.ts"

/** The lines of a return, whole cents; what is left out is no line of it. */
export const returnLinesOf = (lines: Partial<ReturnLines>): ReturnLines => ({
  incomeTaxAfterCredits: null,
  refund: null,
  amountDue: null,
  lineItem: null,
  ...lines
})

/** A return of a whole tax year, Form 1 unless it is said otherwise, posted on May 1 of the next. */
export const filedReturnOf = (
  taxYear: number,
  lines: Partial<ReturnLines>,
  change: Partial<FiledReturn> = {}
): FiledReturn => ({
  accountType: "personal-income-tax",
  form: "Form 1",
  taxYear,
  periodEnd: `${taxYear}-12-31`,
  postedOn: `${taxYear + 1}-05-01`,
  underReview: false,
  joint: false,
  filed: returnLinesOf(lines),
  adjusted: null,
  ...change
})
