import { index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant, sealed } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/**
 * One row per decision on record; only ever inserted.
 *
 * **Gotchas**
 *
 * Why it was decided so is in the sealed log alone: no other column may tell one secret cause from another, nor the log by
 * its length.
 *
 * @rule D-09 @rule D-42
 */
export const decisionTable = pgTable(
  "decision",
  {
    id: uuid().primaryKey(),
    /** `verification`. */
    question: text().notNull(),
    ruleSetId: text().notNull(),
    ruleSetHash: text().notNull(),
    /** `Accepted`, `Refused`, `NeedsFacts`, `Locked`, `Referred`. */
    outcome: text().notNull(),
    /** Facts, decision and findings, as `logOf` of core says them. */
    log: sealed().notNull(),
    /** The attempt that it settled: whose number it was is told there. */
    attemptId: uuid(),
    /** The key of the application that asked; null where a person answered a step. */
    apiKeyId: uuid(),
    at: instant().notNull()
  },
  (table) => [index("decision_at_idx").on(table.at), index("decision_attempt_idx").on(table.attemptId)]
)

export const decisionSensitivity = {
  id: "open",
  question: "open",
  ruleSetId: "open",
  ruleSetHash: "open",
  outcome: "open",
  log: "sealed",
  attemptId: "open",
  apiKeyId: "open",
  at: "open"
} satisfies SensitivityOf<typeof decisionTable>
