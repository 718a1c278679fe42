export * from "./rules.ts"
export { MemoryHouse } from "./memory/MemoryHouse.ts"
export type { MemoryAttempt, MemoryGrant, MemoryLetter, MemoryRequest } from "./memory/MemoryHouse.ts"
export {
  activationToken,
  linkToken,
  memoryAppCode,
  memoryKeys,
  memoryNotMeCode,
  memorySecurityCode
} from "./memory/memoryKeys.ts"
export { memoryPasswordHasher } from "./memory/memoryPasswordHasher.ts"
export { memoryLayer, sandboxRuleSet } from "./memoryLayer.ts"
