export { en } from "./locales/en.ts"
export { enHost } from "./locales/enHost.ts"
export type { MessageId } from "./MessageId.ts"
