export * from "./rules.ts"
export { AccessGrants } from "./AccessGrants.ts"
export type { ContestEvent } from "./ContestEvent.ts"
