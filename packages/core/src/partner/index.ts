export * from "./rules.ts"
export { Partners } from "./Partners.ts"
