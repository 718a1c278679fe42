import type { Facts } from "./cases.ts"

type Filed = Facts["record"]["returns"][number]

const line = (filed: Filed, kind: string): number | null => {
  switch (kind) {
    case "taxReturnAmount":
      return filed.filed.incomeTaxAfterCredits
    case "refundAmount":
      return filed.filed.refund
    case "amountDue":
      return filed.filed.amountDue
    default:
      return filed.filed.lineItem
  }
}

export const isId = (type: string, id: string): boolean => {
  if (id.length !== 9) return false
  for (let i = 0; i < 9; i++) {
    const code = id.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  if (type === "FEIN") return !(id.charCodeAt(0) === 48 && id.charCodeAt(1) === 48)
  const area = Number(id.slice(0, 3))
  const group = Number(id.slice(3, 5))
  if (type === "ITIN") {
    return (
      area >= 900 &&
      ((group >= 50 && group <= 65) ||
        (group >= 70 && group <= 88) ||
        (group >= 90 && group <= 92) ||
        (group >= 94 && group <= 99))
    )
  }
  return area !== 0 && area !== 666 && area < 900 && group !== 0 && id.slice(5) !== "0000"
}

export const isOffered = (type: string, idType: string): boolean => {
  switch (type) {
    case "personal-income-tax":
    case "individual-use-tax":
      return idType !== "FEIN"
    case "sales-and-use":
    case "meals":
    case "room-occupancy":
    case "withholding":
      return true
    default:
      return idType === "FEIN"
  }
}

export const takes = (type: string, kind: string): boolean => {
  if (kind === "letterId") return true
  if (type === "individual-use-tax") return kind === "amountDue"
  if (kind === "lineItem") {
    return (
      type === "corporate-excise" || type === "financial-institution-excise" || type === "unrelated-business-income"
    )
  }
  return kind !== "amountDue"
}

export const isLetterId = (id: string): boolean => {
  if (id.length !== 11 || id.charCodeAt(0) !== 76) return false
  for (let i = 1; i < 11; i++) {
    const code = id.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return true
}

/** Two texts alike, in time that tells nothing. */
const isSame = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false
  let different = 0
  for (let i = 0; i < a.length; i++) different |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return different === 0
}

/** The verification of `mtc-2020` as one function, its numbers in place: what somebody writes who needs no explanation. */
export const byHand = ({ attempts, claim, record }: Facts): string => {
  const { kind } = claim
  const isLetter = kind === "letterId"
  if (isLetter) {
    const most = attempts.letterFailuresEverywhere < 100 ? 5 : 2
    if (attempts.letterFailures >= most && attempts.letterFailuresLately > 0) return "D-30c"
  } else {
    if (attempts.amountFailuresInYear >= 10) return "D-30b"
    if (attempts.amountFailures >= 5) return "D-30a"
  }
  if ((claim.taxpayerType === "business") !== (claim.idType === "FEIN")) return "R-03a"
  if (!isId(claim.idType, claim.id)) return "D-22a"
  if (!isOffered(claim.accountType, claim.idType)) return "D-31"
  if (!takes(claim.accountType, kind)) return "R-04"
  const amount = claim.amount ?? 0
  const letterId = claim.letterId ?? ""
  if (isLetter) {
    if (!isLetterId(letterId)) return "D-07a"
  } else if (amount <= 0) return "R-08"

  const { letters, returns, today } = record
  let first = ""
  let second = ""
  let third = ""
  for (const filed of returns) {
    if (filed.accountType !== claim.accountType || filed.amendedOf !== undefined) continue
    const end = filed.periodEnd
    if (end > first) {
      third = second
      second = first
      first = end
    } else if (end < first && end > second) {
      third = second
      second = end
    } else if (end < second && end > third) third = end
  }
  if (first === "") return "R-06"

  if (isLetter) {
    let theirs = 0
    let signUp = 0
    let live = 0
    for (const letter of letters) {
      const same = Number(isSame(letter.letterId, letterId))
      theirs |= same
      signUp |= same & Number(letter.kind === "sign-up")
      live |= same & Number(letter.kind === "sign-up" && letter.state === "live" && letter.ageDays < 90)
    }
    return theirs === 0 ? "R-14a" : signUp === 0 ? "R-14b" : live === 0 ? "D-07b" : "Accepted"
  }

  const oldest = third === "" ? (second === "" ? first : second) : third
  const inDollars = kind === "lineItem" ? Math.floor((amount + 50) / 100) * 100 : amount
  let onFile = 0
  let recent = 0
  let settled = 0
  for (const filed of returns) {
    const equal =
      Number(filed.accountType === claim.accountType && filed.amendedOf === undefined) &
      Number(line(filed, kind) === inDollars && inDollars > 0)
    onFile |= equal
    recent |= equal & Number(filed.periodEnd >= oldest)
    settled |= equal & Number(filed.periodEnd >= oldest && !filed.underReview && filed.postedOn <= today)
  }
  return onFile === 0 ? "R-09" : recent === 0 ? "R-07" : settled === 0 ? "R-41" : "Accepted"
}
