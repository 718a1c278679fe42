import type { secondStepFactsSchema } from "./twoStepFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"

/** What the rules of every second step read. Times are milliseconds since 1970-01-01T00:00:00Z. */
export type SecondStepFacts = typeof secondStepFactsSchema.Type

/** How the facts are called, and how staff may see them. */
export const secondStepFacts: FactSheet<SecondStepFacts> = {
  "secondStep.failuresInARow": {
    label: "the failures in a row",
    field: null,
    secret: false,
    of: ({ secondStep }) => secondStep.failuresInARow,
    show: String
  },
  "secondStep.lockedUntil": {
    label: "the end of the lock (ms)",
    field: null,
    secret: false,
    of: ({ secondStep }) => secondStep.lockedUntil,
    show: String
  },
  "secondStep.now": {
    label: "the time (ms)",
    field: null,
    secret: false,
    of: ({ secondStep }) => secondStep.now,
    show: String
  }
}
