import type { LogonRequestOptions } from "@mtc-logon/core/logon-request"
import type { FormLine } from "@mtc-logon/core/verification"

/** A line of the help table: the tax year, and where the amount stood on that year's form. */
export interface YearLine extends FormLine {
  readonly taxYear: number
}

/** How many tax years the table goes back: returns of the window may be older than the last three years. */
const years = 5

/**
 * Where the amount stands, tax year by tax year, the newest first.
 *
 * **Details**
 *
 * The newest is the year before `today`'s. Years that the rule set has no line for are left out.
 */
export const formLinesOf = (
  { policy, today }: LogonRequestOptions,
  accountType: string,
  kind: string
): ReadonlyArray<YearLine> => {
  const newest = Number(today.slice(0, 4)) - 1
  return Array.from({ length: years }, (_, back) => newest - back).flatMap((taxYear) => {
    const line = policy.formLines.find(
      (row) =>
        row.accountType === accountType &&
        row.kind === kind &&
        (row.taxYears.from ?? 0) <= taxYear &&
        (row.taxYears.to ?? 9999) >= taxYear
    )
    return line === undefined ? [] : [{ ...line, taxYear }]
  })
}
