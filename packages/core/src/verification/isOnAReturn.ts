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

type Judged = Pick<VerificationPolicy, "formLines" | "verification">

/**
 * Says of one return after the other whether a claimed amount stands on it, to the cent.
 *
 * **Gotchas**
 *
 * An amendment counts for nothing; whether the Department's correction counts is policy.
 */
const comparing = (claim: AmountClaim, { formLines, verification: { amounts, jointReturns } }: Judged) => {
  const { accountType, amount, kind } = claim
  const rows = rowsOf(wholeDollarLines(formLines), claim)
  const exact = amount ?? 0
  const rounded = Math.floor((exact + 50) / 100) * 100
  return (filed: FiledReturn): number => {
    const compared = isInDollars(rows, kind, filed) ? rounded : exact
    const asFiled = isEqual(filed.filed, kind, compared) & Number(amounts !== "adjusted")
    const asAdjusted = isEqual(filed.adjusted ?? filed.filed, kind, compared) & Number(amounts !== "filed")
    return (
      Number(filed.accountType === accountType) &
      Number(isOriginal(filed)) &
      Number(jointReturns === "accepted" || !filed.joint) &
      (asFiled | asAdjusted)
    )
  }
}

/**
 * Whether a claimed amount stands on a return of the account type on file, whatever its day.
 *
 * **Gotchas**
 *
 * Compares with every return, never stopping at a match, so that time reveals nothing.
 *
 * @rule R-08 @rule R-09 @rule R-10 @rule R-11 @rule R-43
 */
export const isOnAReturn = (claim: AmountClaim, returns: Returns, policy: Judged): boolean => {
  const isOn = comparing(claim, policy)
  let equal = 0
  for (const filed of returns) equal |= isOn(filed)
  return equal === 1
}

/** Where among the returns on file a claimed amount stands. */
export interface MatchingReturns {
  /** On one of the window. */
  readonly recent: boolean
  /** On one of the window that is posted for long enough and not under review. */
  readonly settled: boolean
}

/**
 * Looks for a claimed amount on the returns of the window.
 *
 * **Gotchas**
 *
 * Compares with every return, never stopping at a match, so that time reveals nothing.
 *
 * @rule R-07 @rule R-12 @rule R-41 @rule R-44
 */
export const matchReturns = (
  claim: AmountClaim,
  { returns, today }: { readonly returns: Returns; readonly today: string },
  policy: Judged
): MatchingReturns => {
  const { minimumPostedAgeDays, returnWindow } = policy.verification
  const byPeriod = returnWindow.unit === "latestFiledPeriods"
  const oldest = byPeriod ? oldestPeriodOf(returns, claim.accountType, returnWindow.count) : ""
  const lastYear = Number(today.slice(0, 4)) - 1
  const isOn = comparing(claim, policy)
  let recent = 0
  let settled = 0
  for (const filed of returns) {
    const isRecent = byPeriod
      ? filed.periodEnd >= oldest
      : filed.taxYear <= lastYear && filed.taxYear > lastYear - returnWindow.count
    const match = isOn(filed) & Number(isRecent)
    recent |= match
    settled |= match & Number(!filed.underReview && isPosted(filed, today, minimumPostedAgeDays))
  }
  return { recent: recent === 1, settled: settled === 1 }
}
