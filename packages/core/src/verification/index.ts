export * from "./rules.ts"
export { VerificationAttempts } from "./VerificationAttempts.ts"
export type { ReservedAttempt } from "./VerificationAttempts.ts"
