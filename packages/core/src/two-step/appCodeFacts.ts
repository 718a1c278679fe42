import type { appCodeFactsSchema } from "./twoStepFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"
import { secondStepFacts } from "./secondStepFacts.ts"

/** What the rules of an app's code read besides. A step is the number of whole `stepSeconds` since 1970-01-01T00:00:00Z. */
export type AppCodeFacts = typeof appCodeFactsSchema.Type

/** How the facts are called, and how staff may see them. */
export const appCodeFacts: FactSheet<AppCodeFacts> = {
  ...secondStepFacts,
  "appCode.lastStep": {
    label: "the step last used",
    field: "code",
    secret: false,
    of: ({ appCode }) => appCode.lastStep,
    show: String
  },
  "appCode.step": {
    label: "the step of the code",
    field: "code",
    secret: false,
    of: ({ appCode }) => appCode.step,
    show: String
  }
}
