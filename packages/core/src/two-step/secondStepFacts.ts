import { count, factSheet, moment, orNull } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"

/** What the rules of every second step read. Times are milliseconds since 1970-01-01T00:00:00Z. */
export const secondStepFacts = factSheet({
  /** Wrong tries of the logon since its last right one, over all its ways, before this one. */
  "secondStep.failuresInARow": { label: "the failures in a row", kind: count },
  /** The logon takes no second step before this moment; null: it is not locked. */
  "secondStep.lockedUntil": { label: "the end of the lock (ms)", kind: orNull(moment) },
  "secondStep.now": { label: "the time (ms)", kind: moment }
})
export type SecondStepFacts = FactsOf<typeof secondStepFacts>
