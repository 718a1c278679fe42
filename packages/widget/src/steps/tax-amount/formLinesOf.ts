import type { LogonRequestOptions } from "@mtc-logon/core/logon-request"
import type { FormLine } from "@mtc-logon/core/verification"

/** A line of the help table, and the tax years that it holds for, four digits each. */
export interface LineOfYears extends FormLine {
  readonly newest: number
  readonly oldest: number
}

/** How many tax years the table goes back: returns of the window may be older than the last three years. */
const years = 5

const isSamePlace = (one: FormLine, other: FormLine): boolean =>
  one.form === other.form && one.line === other.line && one.label === other.label

/**
 * Where the amount stands, form by form, the newest tax years first.
 *
 * **Details**
 *
 * The newest is the year before `today`'s. Years in a row with one line are one row; years without a line are left out.
 */
export const formLinesOf = (
  { policy, today }: LogonRequestOptions,
  accountType: string,
  kind: string
): ReadonlyArray<LineOfYears> => {
  const newest = Number(today.slice(0, 4)) - 1
  const lines = policy.formLines.filter((row) => row.accountType === accountType && row.kind === kind)
  const byYear = [...new Set(lines.map(({ form }) => form))].flatMap((form) =>
    Array.from({ length: years }, (_, back) => newest - back).flatMap((taxYear) =>
      lines
        .filter((row) => row.form === form)
        .filter(({ taxYears }) => (taxYears.from ?? 0) <= taxYear && (taxYears.to ?? taxYear) >= taxYear)
        .slice(0, 1)
        .map((row): LineOfYears => ({ ...row, newest: taxYear, oldest: taxYear }))
    )
  )
  return byYear.reduce<ReadonlyArray<LineOfYears>>((rows, row) => {
    const last = rows.at(-1)
    return last !== undefined && isSamePlace(last, row) && last.oldest === row.newest + 1
      ? [...rows.slice(0, -1), { ...last, oldest: row.oldest }]
      : [...rows, row]
  }, [])
}
