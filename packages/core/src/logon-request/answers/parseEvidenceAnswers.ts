import { issuesOf } from "../../engine/issuesOf.ts"
import { parseUsd } from "../../money/parseUsd.ts"
import { parseLetterId } from "../../taxpayer/parseLetterId.ts"
import { claimKinds, evidences, isAmountKind } from "../../verification/claimKinds.ts"
import type { AmountKind, Evidence } from "../../verification/claimKinds.ts"
import type { ClaimKind } from "../../verification/VerificationClaim.ts"
import { issuesIn } from "./issuesIn.ts"
import { parseChoice } from "./parseChoice.ts"
import { claimBefore, claimSoFar } from "./parseTaxpayerAnswers.ts"
import type { Known, ReadAnswer } from "./ReadAnswer.ts"

/** The kinds of evidence that the account type takes. @rule R-04 */
const kindsOffered = (known: Known): ReadonlyArray<ClaimKind> => {
  const { accountType } = claimBefore(known)
  return accountType === undefined ? [] : known.policy.accountTypes[accountType].claimKinds
}

/** @rule R-03 @rule R-04 */
export const parseVerificationTypeAnswer: ReadAnswer<"verification-type", { readonly verificationType: Evidence }> = (
  text,
  known
) => {
  const kinds = kindsOffered(known)
  const offered = evidences.filter((evidence) => kinds.some((kind) => claimKinds[kind].evidence === evidence))
  const verificationType = parseChoice(text.verificationType, offered, "issue.verification-type-missing")
  return "issue" in verificationType
    ? { issues: issuesIn({ verificationType }, []) }
    : { value: { verificationType: verificationType.value } }
}

/** `amount`: whole US cents. @rule R-08 @rule R-10 */
export const parseTaxAmountAnswer: ReadAnswer<
  "tax-amount",
  { readonly amountKind: AmountKind; readonly amount: number }
> = (text, known) => {
  const amountKind = parseChoice(text.amountKind, kindsOffered(known).filter(isAmountKind), "issue.amount-kind-missing")
  const amount = parseUsd(text.amount)
  const claim = {
    ...claimBefore(known),
    ...("value" in amountKind && { kind: amountKind.value }),
    ...("value" in amount && { amount: amount.value })
  }
  const issues = issuesIn({ amountKind, amount }, issuesOf(known.ask.verification, claimSoFar(claim)))
  return "issue" in amountKind || "issue" in amount || issues.length > 0
    ? { issues }
    : { value: { amountKind: amountKind.value, amount: amount.value } }
}

/** `amount`: whole US cents. @rule R-15 */
export const parseLineItemAnswer: ReadAnswer<"line-item", { readonly amount: number }> = (text, known) => {
  const amount = parseUsd(text.amount)
  const claim = {
    ...claimBefore(known),
    kind: "lineItem" as const,
    ...("value" in amount && { amount: amount.value })
  }
  const issues = issuesIn({ amount }, issuesOf(known.ask.verification, claimSoFar(claim)))
  return "issue" in amount || issues.length > 0 ? { issues } : { value: { amount: amount.value } }
}

/** `letterId`: `L` and ten digits. @rule R-14 */
export const parseLetterIdAnswer: ReadAnswer<"letter-id", { readonly letterId: string }> = (text, known) => {
  const letterId = parseLetterId(text.letterId)
  const claim = {
    ...claimBefore(known),
    kind: "letterId" as const,
    ...("value" in letterId && { letterId: letterId.value })
  }
  const issues = issuesIn({ letterId }, issuesOf(known.ask.verification, claimSoFar(claim)))
  return "issue" in letterId || issues.length > 0 ? { issues } : { value: { letterId: letterId.value } }
}
