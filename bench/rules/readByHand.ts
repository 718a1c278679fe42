import type { Facts } from "./cases.ts"

type Tree = Readonly<Record<string, unknown>>

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === "string"
const isDay = (value: unknown): value is string =>
  typeof value === "string" && value.length === 10 && value[4] === "-" && value[7] === "-"
const isCount = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value) && value >= 0
const isCents = (value: unknown): value is number | null =>
  value === null || (typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= 99_999_999_999)

const types = new Set([
  "personal-income-tax",
  "individual-use-tax",
  "sales-and-use",
  "meals",
  "room-occupancy",
  "withholding",
  "corporate-excise",
  "financial-institution-excise",
  "unrelated-business-income",
  "fiduciary",
  "pass-through",
  "telecommunications",
  "marijuana-retail",
  "use-tax-purchaser",
  "paid-family-medical-leave"
])
const kinds = new Set(["taxReturnAmount", "refundAmount", "amountDue", "lineItem", "letterId"])
const letterKinds = new Set(["sign-up", "identity-verification", "notice"])
const letterStates = new Set(["live", "reserved", "used", "superseded"])

const isLines = (value: unknown): boolean =>
  isTree(value) &&
  isCents(value.incomeTaxAfterCredits) &&
  isCents(value.refund) &&
  isCents(value.amountDue) &&
  isCents(value.lineItem)

const isReturn = (value: unknown): boolean =>
  isTree(value) &&
  types.has(value.accountType as string) &&
  isText(value.form) &&
  isCount(value.taxYear) &&
  isDay(value.periodEnd) &&
  isDay(value.postedOn) &&
  typeof value.underReview === "boolean" &&
  typeof value.joint === "boolean" &&
  isLines(value.filed) &&
  (value.adjusted === null || isLines(value.adjusted)) &&
  (value.amendedOf === undefined || isDay(value.amendedOf))

const isLetter = (value: unknown): boolean =>
  isTree(value) &&
  isText(value.letterId) &&
  letterKinds.has(value.kind as string) &&
  isCount(value.ageDays) &&
  letterStates.has(value.state as string)

const isClaim = (value: unknown): boolean =>
  isTree(value) &&
  (value.taxpayerType === "individual" || value.taxpayerType === "business") &&
  (value.idType === "SSN" || value.idType === "ITIN" || value.idType === "FEIN") &&
  isText(value.id) &&
  types.has(value.accountType as string) &&
  kinds.has(value.kind as string) &&
  isCents(value.amount) &&
  (value.letterId === null || isText(value.letterId))

const copyOfLines = ({
  amountDue,
  incomeTaxAfterCredits,
  lineItem,
  refund
}: Facts["record"]["returns"][number]["filed"]) => ({
  incomeTaxAfterCredits,
  refund,
  amountDue,
  lineItem
})

/** Reads an unknown body as the facts, as somebody writes it who uses no library: checked, copied without what is not ours; null: malformed. */
export const readByHand = (body: unknown): Facts | null => {
  if (!isTree(body)) return null
  const { attempts, claim, record } = body
  if (!isClaim(claim) || !isTree(record) || !isTree(attempts)) return null
  if (!isCount(attempts.amountFailures) || !isCount(attempts.amountFailuresInYear)) return null
  if (!isCount(attempts.letterFailures) || !isCount(attempts.letterFailuresLately)) return null
  if (!isCount(attempts.letterFailuresEverywhere)) return null
  if (!isDay(record.today) || !Array.isArray(record.returns) || !Array.isArray(record.letters)) return null
  for (const filed of record.returns) if (!isReturn(filed)) return null
  for (const letter of record.letters) if (!isLetter(letter)) return null
  const facts = body as unknown as Facts
  const { accountType, amount, id, idType, kind, letterId, taxpayerType } = facts.claim
  return {
    claim: { taxpayerType, idType, id, accountType, kind, amount, letterId },
    record: {
      returns: facts.record.returns.map((filed) => ({
        accountType: filed.accountType,
        form: filed.form,
        taxYear: filed.taxYear,
        periodEnd: filed.periodEnd,
        postedOn: filed.postedOn,
        underReview: filed.underReview,
        joint: filed.joint,
        filed: copyOfLines(filed.filed),
        adjusted: filed.adjusted === null ? null : copyOfLines(filed.adjusted),
        ...(filed.amendedOf !== undefined && { amendedOf: filed.amendedOf })
      })),
      letters: facts.record.letters.map(({ ageDays, kind, letterId, state }) => ({ letterId, kind, ageDays, state })),
      today: facts.record.today
    },
    attempts: {
      amountFailures: facts.attempts.amountFailures,
      amountFailuresInYear: facts.attempts.amountFailuresInYear,
      letterFailures: facts.attempts.letterFailures,
      letterFailuresLately: facts.attempts.letterFailuresLately,
      letterFailuresEverywhere: facts.attempts.letterFailuresEverywhere
    }
  }
}
