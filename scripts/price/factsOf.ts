import type { FiledReturn } from "../../packages/core/src/taxpayer/taxpayerRecordSchema.ts"
import type { LetterOnFile } from "../../packages/core/src/taxpayer/LetterOnFile.ts"
import type { ClaimKind } from "../../packages/core/src/verification/VerificationClaim.ts"
import type { VerificationFacts } from "../../packages/core/src/verification/verificationFacts.ts"
import { today } from "./population.ts"

/** What had failed before somebody types evidence. */
export type Attempts = VerificationFacts["attempts"]

/** Evidence that somebody types. */
export interface Said {
  readonly kind: ClaimKind
  /** Cents; null: a letter. */
  readonly amount: number | null
}

/** No failure is counted. */
export const noAttempts: Attempts = {
  amountFailures: 0,
  amountFailuresInYear: 0,
  letterFailures: 0,
  letterFailuresLately: 0,
  letterFailuresEverywhere: 0
}

/** The letter ID that everybody has who has a letter. */
export const letterId = "L0123456789"

/** The facts of a claim on the Personal Income Tax of an individual. */
export const factsOf = (
  { amount, kind }: Said,
  returns: ReadonlyArray<FiledReturn>,
  letters: ReadonlyArray<LetterOnFile>,
  attempts: Attempts = noAttempts
): VerificationFacts => ({
  claim: {
    taxpayerType: "individual",
    idType: "SSN",
    id: "900126789",
    accountType: "personal-income-tax",
    kind,
    amount,
    letterId: kind === "letterId" ? letterId : null
  },
  record: { returns, letters, today },
  attempts
})

/** A live letter with the ID that everybody has. */
export const letterOf = (kind: LetterOnFile["kind"], ageDays: number): LetterOnFile => ({
  letterId,
  kind,
  ageDays,
  state: "live"
})
