import type { FactSheet } from "../engine/Rule.ts"

/** What the rules of every second step read. Times are milliseconds since 1970-01-01T00:00:00Z. */
export interface SecondStepFacts {
  readonly secondStep: {
    /** Wrong tries of the logon since its last right one, over all its ways, before this one. */
    readonly failuresInARow: number
    /** The logon takes no second step before this moment; null: it is not locked. */
    readonly lockedUntil: number | null
    readonly now: number
  }
}

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
