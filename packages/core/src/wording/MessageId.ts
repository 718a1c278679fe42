import type { en } from "./locales/en.ts"

/** The id of a sentence: kebab-case with dots, `step.taxpayer-id.title`. */
export type MessageId = keyof typeof en
