export * from "./rules.ts"
export { MemoryHouse } from "./memory/MemoryHouse.ts"
export type {
  MemoryActivationCode,
  MemoryAttempt,
  MemoryDevice,
  MemoryGrant,
  MemoryLetter,
  MemoryLogon,
  MemoryRecoveryCode,
  MemoryRequest,
  MemorySecurityCode
} from "./memory/MemoryHouse.ts"
export { activationToken } from "./memory/memoryLogIns.ts"
export { memoryAppCode } from "./memory/memoryAppCodes.ts"
export { memoryPasswordHasher } from "./memory/memoryPasswordHasher.ts"
export { memoryLayer, sandboxRuleSet } from "./memoryLayer.ts"
