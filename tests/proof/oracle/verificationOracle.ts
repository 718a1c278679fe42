import type { FactsOf } from "../../../packages/core/src/questions/questionIds.ts"
import type { PolicyInForce } from "../../../packages/core/src/questions/policySheet.ts"
import type { FiledReturn } from "../../../packages/core/src/taxpayer/taxpayerRecordSchema.ts"

// Written from the decisions (docs/decisions.md), not from the rules: it shares types with them and nothing else.

const digitsOnly = (text: string): boolean => {
  for (const character of text) if (!"0123456789".includes(character)) return false
  return true
}

const printedForShow =
  "078051120 219099999 022281852 042103580 062360749 095073645 128036045 135016629 141186941 165167999 165187999 " +
  "165207999 165227999 165247999 189092294 212097694 212099999 306302348 308125070 468288779 549241889"

const idCanBe = (idType: string, id: string, ranges: string): boolean => {
  if (id.length !== 9 || !digitsOnly(id)) return false
  const area = id.slice(0, 3)
  const group = id.slice(3, 5)
  if (idType === "FEIN") {
    const prefix = id.slice(0, 2)
    if (ranges === "sandbox") return prefix === "00"
    return prefix !== "00" && !"07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97".split(" ").includes(prefix)
  }
  const n = Number(group)
  const given = (n >= 50 && n <= 65) || (n >= 70 && n <= 88) || (n >= 90 && n <= 92) || (n >= 94 && n <= 99)
  const reserved = n === 89 || n === 93
  if (idType === "ITIN") return id.startsWith("9") && (ranges === "sandbox" ? reserved : given)
  if (area === "000" || group === "00" || id.slice(5) === "0000") return false
  if (ranges === "sandbox") return area === "666" || (area === "900" && !given && !reserved)
  return area !== "666" && !id.startsWith("9") && !printedForShow.split(" ").includes(id)
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** The amounts of a return that a kind of claim can be held against, in cents. */
const linesOf = (filed: FiledReturn, kind: string, amounts: string): ReadonlyArray<number> => {
  const found: number[] = []
  for (const [name, lines] of [
    ["filed", filed.filed],
    ["adjusted", filed.adjusted ?? filed.filed]
  ] as const) {
    if (amounts !== "either" && amounts !== name) continue
    const line =
      kind === "taxReturnAmount"
        ? lines.incomeTaxAfterCredits
        : kind === "refundAmount"
          ? lines.refund
          : kind === "amountDue"
            ? lines.amountDue
            : lines.lineItem
    if (line !== null) found.push(line)
  }
  return found
}

const isMet = (
  filed: FiledReturn,
  kind: string,
  amount: number,
  { formLines, verification }: PolicyInForce
): boolean => {
  let typed = amount
  for (const row of formLines) {
    const isOfYear = (row.taxYears.from ?? 0) <= filed.taxYear && filed.taxYear <= (row.taxYears.to ?? 9999)
    const isOfForm = row.form === null || row.form === filed.form
    if (
      row.unit === "wholeDollars" &&
      row.accountType === filed.accountType &&
      row.kind === kind &&
      isOfYear &&
      isOfForm
    ) {
      typed = Math.round(amount / 100) * 100
    }
  }
  for (const line of linesOf(filed, kind, verification.amounts)) if (line > 0 && line === typed) return true
  return false
}

/** D-02 to D-07, D-22, D-30, D-61: does a claim verify? */
export const verificationOracle = (
  { attempts, claim, record }: FactsOf<"verification">,
  policy: PolicyInForce
): string => {
  const { verification } = policy
  const isLetter = claim.kind === "letterId"
  const { amounts, letters } = verification.attempts
  if (!isLetter && attempts.amountFailuresInYear >= amounts.maxFailuresPerYear) return "D-30b"
  if (!isLetter && attempts.amountFailures >= amounts.maxFailures) return "D-30a"
  if (isLetter && attempts.letterFailuresLately > 0) {
    const isAlarm = attempts.letterFailuresEverywhere >= letters.alarmFailures
    if (attempts.letterFailures >= (isAlarm ? letters.maxFailuresInAlarm : letters.maxFailures)) return "D-30c"
  }
  if (claim.taxpayerType === "business" ? claim.idType !== "FEIN" : claim.idType === "FEIN") return "R-03a"
  if (!idCanBe(claim.idType, claim.id, policy.idRanges)) return "D-22a"
  const row = policy.accountTypes[claim.accountType]
  if (!row.idTypes.includes(claim.idType)) return "D-31"
  if (!row.claimKinds.includes(claim.kind)) return "R-04"
  const amount = claim.amount ?? 0
  if (!isLetter && amount <= 0) return "R-08"
  const letterId = claim.letterId ?? ""
  if (isLetter && !(letterId.length === 11 && letterId.startsWith("L") && digitsOnly(letterId.slice(1)))) return "D-07a"

  const own: FiledReturn[] = []
  for (const filed of record.returns) {
    if (filed.accountType === claim.accountType && filed.amendedOf === undefined) own.push(filed)
  }
  if (own.length === 0) return "R-06"

  if (isLetter) {
    const theirs = record.letters.filter((letter) => letter.letterId === letterId)
    if (theirs.length === 0) return "R-14a"
    const signUp = theirs.filter(({ kind }) => verification.letters.kinds.includes(kind))
    if (signUp.length === 0) return "R-14b"
    const live = signUp.filter(({ ageDays, state }) => state === "live" && ageDays < verification.letters.lifeDays)
    return live.length === 0 ? "D-07b" : "Accepted"
  }

  const matching = own.filter(
    (filed) => (verification.jointReturns === "accepted" || !filed.joint) && isMet(filed, claim.kind, amount, policy)
  )
  if (matching.length === 0) return "R-09"

  const { count, unit } = verification.returnWindow
  const periods = [...new Set(own.map(({ periodEnd }) => periodEnd))].toSorted().toReversed().slice(0, count)
  const lastYear = Number(record.today.slice(0, 4)) - 1
  const recent = matching.filter(({ periodEnd, taxYear }) =>
    unit === "latestFiledPeriods" ? periods.includes(periodEnd) : taxYear <= lastYear && taxYear > lastYear - count
  )
  if (recent.length === 0) return "R-07"
  const settled = recent.filter(
    ({ postedOn, underReview }) =>
      !underReview && daysBetween(postedOn, record.today) >= verification.minimumPostedAgeDays
  )
  return settled.length === 0 ? "R-41" : "Accepted"
}
