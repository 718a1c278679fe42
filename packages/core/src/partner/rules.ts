export { isPartnerOrigin } from "./isPartnerOrigin.ts"
export type { Partner } from "./Partner.ts"
