import type { AccountType } from "./AccountType.ts"

/** The lines of a return that evidence can use: whole US cents, or null if the return does not have the line. */
export interface ReturnLines {
  readonly incomeTaxAfterCredits: number | null
  /** The refund on the form's line, before offsets and interest, without amounts applied to next year's tax. @rule R-42 */
  readonly refund: number | null
  readonly amountDue: number | null
  readonly lineItem: number | null
}

/** A return on file. */
export interface FiledReturn {
  readonly accountType: AccountType
  /** Name of the form: `Form 1`. */
  readonly form: string
  /** Four digits: `2019`. */
  readonly taxYear: number
  /** Last day of the period, ISO 8601: `2019-12-31`. */
  readonly periodEnd: string
  /** Day it was posted, ISO 8601; the return does not count before that day. @rule R-41 */
  readonly postedOn: string
  /** Held for identity-theft review. @rule R-41 */
  readonly underReview: boolean
  /** Filed by two spouses; it is on the record of each. @rule R-12 */
  readonly joint: boolean
  /** As originally filed. @rule R-11 */
  readonly filed: ReturnLines
  /** As corrected by the Department; null if it was not. @rule R-11 */
  readonly adjusted: ReturnLines | null
  /** Only on an amendment: the period end of the return that it amends. An amendment is not a separate return. @rule R-11 */
  readonly amendedOf?: string
}
