import type { AccountType } from "../taxpayer/AccountType.ts"
import type { IdType } from "../taxpayer/IdType.ts"
import type { TaxpayerType } from "../taxpayer/TaxpayerType.ts"
import type { claimKinds } from "./claimKinds.ts"

/** What a person offers as evidence. */
export type ClaimKind = keyof typeof claimKinds

/** What a person says of themselves, parsed. */
export interface VerificationClaim {
  readonly taxpayerType: TaxpayerType
  readonly idType: IdType
  /** Nine digits. */
  readonly id: string
  /** Nine digits, typed a second time. */
  readonly confirmId: string
  readonly accountType: AccountType
  readonly kind: ClaimKind
  /** Whole US cents; null where a letter is the evidence. */
  readonly amount: number | null
  /** `L` and ten digits; null where an amount is the evidence. */
  readonly letterId: string | null
}
