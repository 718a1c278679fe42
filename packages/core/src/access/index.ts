export * from "./rules.ts"
export { AccessGrants } from "./AccessGrants.ts"
export type { ContestEvent } from "./ContestEvent.ts"
export type { OpenContest, OwnAccess, TaxpayerAccess } from "./TaxpayerAccess.ts"
