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

/** Whether a return lies in the window of the policy; a return under review keeps its place in it. @rule R-07 */
const isInWindow = (
  claim: AmountClaim,
  { returns, today }: { readonly returns: Returns; readonly today: string },
  { returnWindow: { unit, count } }: VerificationPolicy["verification"]
): ((filed: FiledReturn) => boolean) => {
  if (unit === "latestFiledPeriods") {
    const oldest = oldestPeriodOf(returns, claim.accountType, count)
    return ({ periodEnd }) => periodEnd >= oldest
  }
  const lastYear = Number(today.slice(0, 4)) - 1
  return ({ taxYear }) => taxYear <= lastYear && taxYear > lastYear - count
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

/** Zero and what is no line match nothing; in whole dollars the typed amount is rounded half up first. */
const isEqual = (line: number | null, amount: number, isWholeDollars: boolean): boolean => {
  const compared = isWholeDollars ? Math.floor((amount + 50) / 100) * 100 : amount
  return line === compared && compared > 0
}

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
  const { amounts, jointReturns, minimumPostedAgeDays } = verification
  const isRecent = which === "filed" ? () => true : isInWindow(claim, record, verification)
  const amount = claim.amount ?? 0
  const inDollars = wholeDollarLines(formLines)
  let equal = 0
  for (const filed of record.returns) {
    const isSettled = which !== "settled" || (!filed.underReview && isPosted(filed, record.today, minimumPostedAgeDays))
    const isCandidate =
      Number(filed.accountType === claim.accountType) &
      Number(isOriginal(filed)) &
      Number(jointReturns === "accepted" || !filed.joint) &
      Number(isRecent(filed)) &
      Number(isSettled)
    const isWholeDollars = inDollars.some((row) =>
      isFormLineFor(row, claim.accountType, claim.kind, filed.taxYear, filed.form)
    )
    const matches = (lines: ReturnLines) => Number(isEqual(lineOf(lines, claim.kind), amount, isWholeDollars))
    const asFiled = matches(filed.filed) & Number(amounts !== "adjusted")
    const asAdjusted = matches(filed.adjusted ?? filed.filed) & Number(amounts !== "filed")
    equal |= isCandidate & (asFiled | asAdjusted)
  }
  return equal === 1
}
