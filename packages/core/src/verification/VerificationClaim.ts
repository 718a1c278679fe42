import type { claimKinds } from "./claimKinds.ts"
import type { verificationFactsSchema } from "./verificationFactsSchema.ts"

/** What a person offers as evidence. */
export type ClaimKind = keyof typeof claimKinds

/** What a person says of themselves, parsed. */
export type VerificationClaim = (typeof verificationFactsSchema.Type)["claim"]
