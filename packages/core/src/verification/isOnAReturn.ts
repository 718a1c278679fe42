import type { FiledReturn, ReturnLines } from "../taxpayer/FiledReturn.ts"
import { isPosted } from "../taxpayer/isPosted.ts"
import { isFormLineFor } from "./isFormLineFor.ts"
import type { ClaimKind, VerificationClaim } from "./VerificationClaim.ts"
import type { FormLine, VerificationPolicy } from "./VerificationPolicy.ts"

type Returns = ReadonlyArray<FiledReturn>
type AmountClaim = Pick<VerificationClaim, "accountType" | "kind" | "amount">

const lineOf = (lines: ReturnLines, kind: ClaimKind): number | null => {
  switch (kind) {
    case "taxReturnAmount":
      return lines.incomeTaxAfterCredits
    case "refundAmount":
      return lines.refund
    case "amountDue":
      return lines.amountDue
    case "lineItem":
      return lines.lineItem
    case "letterId":
      return null
  }
}

/** An amendment is no return of its own. @rule R-11 */
const isOriginal = ({ amendedOf }: FiledReturn): boolean => amendedOf === undefined

/** The end of the oldest of the latest `count` distinct periods, ISO 8601; `9999` where there is none. @rule R-44 */
const oldestPeriodOf = (returns: Returns, accountType: string, count: number): string => {
  let oldest = "9999"
  for (let n = 0; n < count; n++) {
    let next = ""
    for (const filed of returns) {
      const { periodEnd } = filed
      if (filed.accountType === accountType && isOriginal(filed) && periodEnd < oldest && periodEnd > next) {
        next = periodEnd
      }
    }
    if (next === "") return oldest
    oldest = next
  }
  return oldest
}

const wholeDollars = new WeakMap<ReadonlyArray<FormLine>, ReadonlyArray<FormLine>>()

/** The few rows of a table that are in whole dollars, looked for once a table. @rule R-43 */
const wholeDollarLines = (formLines: ReadonlyArray<FormLine>): ReadonlyArray<FormLine> => {
  const known = wholeDollars.get(formLines)
  if (known !== undefined) return known
  const rows = formLines.filter(({ unit }) => unit === "wholeDollars")
  wholeDollars.set(formLines, rows)
  return rows
}

const noLines: ReadonlyArray<FormLine> = []

/** The rows of these that an amount of the claim can be on; none for most claims. */
const rowsOf = (rows: ReadonlyArray<FormLine>, { accountType, kind }: AmountClaim): ReadonlyArray<FormLine> => {
  for (const row of rows) if (row.accountType === accountType && row.kind === kind) return rows
  return noLines
}

const isInDollars = (rows: ReadonlyArray<FormLine>, kind: ClaimKind, { accountType, form, taxYear }: FiledReturn) => {
  for (const row of rows) if (isFormLineFor(row, accountType, kind, taxYear, form)) return true
  return false
}

/** Zero and what is no line match nothing. */
const isEqual = (lines: ReturnLines, kind: ClaimKind, amount: number): number =>
  Number(lineOf(lines, kind) === amount) & Number(amount > 0)

/**
 * Whether a claimed amount stands on a return of the account type, to the cent.
 *
 * **Details**
 *
 * `filed`: on any return on file. `recent`: on one of the window. `settled`: on one of the window that is posted for long
 * enough and not under review. Each holds only where the one before it does.
 *
 * **Gotchas**
 *
 * Compares with every return, never stopping at a match, so that time tells nothing. An amendment counts for nothing; whether
 * the Department's correction counts is policy.
 *
 * @rule R-08 @rule R-09 @rule R-10 @rule R-11 @rule R-12 @rule R-43
 */
export const isOnAReturn = (
  which: "filed" | "recent" | "settled",
  claim: AmountClaim,
  record: { readonly returns: Returns; readonly today: string },
  { formLines, verification }: Pick<VerificationPolicy, "formLines" | "verification">
): boolean => {
  const { amounts, jointReturns, minimumPostedAgeDays, returnWindow } = verification
  const { accountType, amount, kind } = claim
  const { returns, today } = record
  const isFiled = which === "filed"
  const byPeriod = returnWindow.unit === "latestFiledPeriods"
  const oldest = isFiled || !byPeriod ? "" : oldestPeriodOf(returns, accountType, returnWindow.count)
  const lastYear = Number(today.slice(0, 4)) - 1
  const rows = rowsOf(wholeDollarLines(formLines), claim)
  const exact = amount ?? 0
  const rounded = Math.floor((exact + 50) / 100) * 100
  let equal = 0
  for (const filed of returns) {
    const isRecent = byPeriod
      ? filed.periodEnd >= oldest
      : filed.taxYear <= lastYear && filed.taxYear > lastYear - returnWindow.count
    const isSettled = which !== "settled" || (!filed.underReview && isPosted(filed, today, minimumPostedAgeDays))
    const isCandidate =
      Number(filed.accountType === accountType) &
      Number(isOriginal(filed)) &
      Number(jointReturns === "accepted" || !filed.joint) &
      Number(isFiled || isRecent) &
      Number(isSettled)
    const compared = isInDollars(rows, kind, filed) ? rounded : exact
    const asFiled = isEqual(filed.filed, kind, compared) & Number(amounts !== "adjusted")
    const asAdjusted = isEqual(filed.adjusted ?? filed.filed, kind, compared) & Number(amounts !== "filed")
    equal |= isCandidate & (asFiled | asAdjusted)
  }
  return equal === 1
}
