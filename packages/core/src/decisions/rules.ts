export { askUnder } from "./askUnder.ts"
export type { ContactsPolicy, PolicyInForce, RetentionPolicy } from "./PolicyInForce.ts"
export { questions } from "./questions.ts"
export type { Questions } from "./questions.ts"
