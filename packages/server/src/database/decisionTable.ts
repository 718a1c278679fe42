import { index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant, sealed } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per decision on record; only ever inserted. Facts and findings are sealed, for replay. @rule D-42 */
export const decisionTable = pgTable(
  "decision",
  {
    id: uuid().primaryKey(),
    /** `verification`. */
    question: text().notNull(),
    ruleSetId: text().notNull(),
    ruleSetHash: text().notNull(),
    facts: sealed().notNull(),
    /** `Accepted`, `Refused`, `NeedsFacts`, `Locked`, `Referred`. */
    outcome: text().notNull(),
    /** The rule that said no; for staff. */
    rule: text(),
    findings: sealed().notNull(),
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
  facts: "sealed",
  outcome: "open",
  rule: "secret",
  findings: "sealed",
  attemptId: "open",
  apiKeyId: "open",
  at: "open"
} satisfies SensitivityOf<typeof decisionTable>
