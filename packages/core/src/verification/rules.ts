export {
  attemptKindOf,
  attemptKinds,
  claimKindIds,
  claimKinds,
  evidences,
  evidenceSteps,
  isAmountKind,
  isLineKind
} from "./claimKinds.ts"
export type { AmountKind, AttemptKind, Evidence, EvidenceStepId, LineKind } from "./claimKinds.ts"
export { isFormLineFor } from "./isFormLineFor.ts"
export { isOnAReturn, matchReturns } from "./isOnAReturn.ts"
export type { MatchingReturns } from "./isOnAReturn.ts"
export { isSameText } from "./isSameText.ts"
export { matchLetters } from "./matchLetters.ts"
export type { MatchingLetters } from "./matchLetters.ts"
export type { ClaimKind, VerificationClaim } from "./VerificationClaim.ts"
export { verificationFacts } from "./verificationFacts.ts"
export type { VerificationFacts } from "./verificationFacts.ts"
export type { AccountTypeRow, FormLine, VerificationPolicy } from "./verificationSheet.ts"
export * from "./verificationRules.ts"
