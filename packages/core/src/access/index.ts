export * from "./rules.ts"
export { AccessGrants } from "./AccessGrants.ts"
