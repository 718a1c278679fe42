export { en } from "./locales/en.ts"
export type { MessageId } from "./MessageId.ts"
