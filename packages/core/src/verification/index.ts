export * from "./rules.ts"
export { VerificationAttempts } from "./VerificationAttempts.ts"
export type { AttemptKind, ReservedAttempt } from "./VerificationAttempts.ts"
