export * from "./rules.ts"
export { ApiKeys } from "./ApiKeys.ts"
export { Partners } from "./Partners.ts"
