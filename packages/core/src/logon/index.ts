export * from "./rules.ts"
export { usernameKey } from "./usernameKey.ts"
