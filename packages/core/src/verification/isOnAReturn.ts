import type { FiledReturn, ReturnLines } from "../taxpayer/taxpayerRecordSchema.ts"
import { isPosted } from "../taxpayer/isPosted.ts"
import { claimKinds } from "./claimKinds.ts"
import { isFormLineFor } from "./isFormLineFor.ts"
import type { ClaimKind, VerificationClaim } from "./VerificationClaim.ts"
import type { FormLine, VerificationPolicy } from "./verificationSheet.ts"

type Returns = ReadonlyArray<FiledReturn>
type AmountClaim = Pick<VerificationClaim, "accountType" | "kind" | "amount">

type Line = keyof ReturnLines

/** Reads a line by its own name: by a key that is worked out, the whole comparison takes 70 % longer. */
const readLine = (lines: ReturnLines, line: Line | null): number | null => {
  switch (line) {
    case "incomeTaxAfterCredits":
      return lines.incomeTaxAfterCredits
    case "refund":
      return lines.refund
    case "amountDue":
      return lines.amountDue
    case "lineItem":
      return lines.lineItem
    case null:
      return null
  }
}

/** An amendment is no return of its own. @rule R-11 */
const isOriginal = ({ amendedOf }: FiledReturn): boolean => amendedOf === undefined

/** The end of the oldest of the latest `count` distinct periods, ISO 8601; `9999` where there is none. @rule R-44 */
const oldestPeriodOf = (returns: Returns, accountType: string, count: number): string => {
  // The newest first, at most `count` of them.
  const latest: string[] = []
  for (const filed of returns) {
    if (filed.accountType !== accountType || !isOriginal(filed)) continue
    const end = filed.periodEnd
    let at = latest.length
    while (at > 0 && latest[at - 1]! < end) at -= 1
    if (at === count || (at > 0 && latest[at - 1] === end)) continue
    for (let to = Math.min(latest.length, count - 1); to > at; to -= 1) latest[to] = latest[to - 1]!
    latest[at] = end
  }
  return latest.at(-1) ?? "9999"
}

interface DollarLines {
  readonly table: ReadonlyArray<FormLine>
  readonly rows: ReadonlyArray<FormLine>
}
const known = new WeakMap<ReadonlyArray<FormLine>, DollarLines>()
/** Of the table that was asked last: a look into a map takes as long as a comparison of all the returns. */
let latest: DollarLines = { table: [], rows: [] }

/** The few rows of a table that are in whole dollars, looked for once a table. @rule R-43 */
const wholeDollarLines = (table: ReadonlyArray<FormLine>): ReadonlyArray<FormLine> => {
  if (table === latest.table) return latest.rows
  latest = known.get(table) ?? { table, rows: table.filter(({ unit }) => unit === "wholeDollars") }
  known.set(table, latest)
  return latest.rows
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
const isEqual = (lines: ReturnLines, line: Line | null, amount: number): number =>
  Number(readLine(lines, line) === amount) & Number(amount > 0)

type Judged = Pick<VerificationPolicy, "formLines" | "verification">

/** Whether a claimed amount stands on one return, to the cent; an amendment counts for nothing. 1 or 0. */
const isOn = (
  filed: FiledReturn,
  { accountType, kind }: AmountClaim,
  line: Line | null,
  exact: number,
  rows: ReadonlyArray<FormLine>,
  { amounts, jointReturns }: VerificationPolicy["verification"]
): number => {
  const compared = rows.length > 0 && isInDollars(rows, kind, filed) ? Math.floor((exact + 50) / 100) * 100 : exact
  const asFiled = amounts === "adjusted" ? 0 : isEqual(filed.filed, line, compared)
  const asAdjusted = amounts === "filed" ? 0 : isEqual(filed.adjusted ?? filed.filed, line, compared)
  return (
    Number(filed.accountType === accountType) &
    Number(isOriginal(filed)) &
    Number(jointReturns === "accepted" || !filed.joint) &
    (asFiled | asAdjusted)
  )
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
export const isOnAReturn = (claim: AmountClaim, returns: Returns, { formLines, verification }: Judged): boolean => {
  const rows = rowsOf(wholeDollarLines(formLines), claim)
  const { line } = claimKinds[claim.kind]
  const exact = claim.amount ?? 0
  let equal = 0
  for (const filed of returns) equal |= isOn(filed, claim, line, exact, rows, verification)
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
  { formLines, verification }: Judged
): MatchingReturns => {
  const { minimumPostedAgeDays, returnWindow } = verification
  const byPeriod = returnWindow.unit === "latestFiledPeriods"
  const oldest = byPeriod ? oldestPeriodOf(returns, claim.accountType, returnWindow.count) : ""
  const lastYear = byPeriod ? 0 : Number(today.slice(0, 4)) - 1
  const rows = rowsOf(wholeDollarLines(formLines), claim)
  const { line } = claimKinds[claim.kind]
  const exact = claim.amount ?? 0
  let recent = 0
  let settled = 0
  for (const filed of returns) {
    const isRecent = byPeriod
      ? filed.periodEnd >= oldest
      : filed.taxYear <= lastYear && filed.taxYear > lastYear - returnWindow.count
    const match = isOn(filed, claim, line, exact, rows, verification) & Number(isRecent)
    recent |= match
    settled |= match & Number(!filed.underReview && isPosted(filed, today, minimumPostedAgeDays))
  }
  return { recent: recent === 1, settled: settled === 1 }
}
