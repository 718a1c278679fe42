export * from "./rules.ts"
export type { TaxpayerIdentifier } from "./TaxpayerIdentifier.ts"
export { RecordsUnavailable, TaxpayerRecords } from "./TaxpayerRecords.ts"
export type { TaxpayerStanding } from "./TaxpayerRecords.ts"
