import type { Redacted } from "effect"
import type { IdType } from "./IdType.ts"

/** The number that a taxpayer is known by, as `parseTaxpayerIdentifier` gives it: nine digits, hidden wherever it is printed. */
export interface TaxpayerIdentifier {
  readonly idType: IdType
  readonly digits: Redacted.Redacted
}
