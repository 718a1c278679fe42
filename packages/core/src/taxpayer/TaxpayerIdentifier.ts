import type { Redacted } from "effect"
import type { IdType } from "./IdType.ts"

/** A taxpayer's number as `parseTaxpayerIdentifier` returns it: nine digits, redacted when printed. */
export interface TaxpayerIdentifier {
  readonly idType: IdType
  readonly digits: Redacted.Redacted
}
