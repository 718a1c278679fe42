import { decisionResults } from "@mtc-logon/core/decisions"
import type { FileVersion } from "@mtc-logon/core/rule-sets"
import { index, jsonb, text, uuid } from "drizzle-orm/pg-core"
import { instant, open, sealed, table } from "./columns.ts"

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
export const decisionTable = table(
  "decision",
  {
    id: uuid().primaryKey(),
    /** `verification`. */
    question: open(text()).notNull(),
    ruleSetId: open(text()).notNull(),
    ruleSetHash: open(text()).notNull(),
    outcome: text({ enum: decisionResults }).notNull(),
    /** Facts, decision and findings, as `logOf` of core says them. */
    log: sealed().notNull(),
    /** The attempt that it settled: whose number it was is told there. */
    attemptId: uuid(),
    /** The key of the application that asked; null where a person answered a step. */
    apiKeyId: uuid(),
    at: instant().notNull()
  },
  (own) => [index("decision_at_idx").on(own.at), index("decision_attempt_idx").on(own.attemptId)]
)

/** One row per rule set that this server ever had, by its hash; none is ever taken away. @adr 0017 */
export const ruleSetTable = table("rule_set", {
  /** SHA-256, hex, of what it says: what drafts and decisions are pinned to. */
  hash: open(text()).primaryKey(),
  /** `mtc-2020`. */
  id: open(text()).notNull(),
  /** The version as a file has it, with the settings of the server. */
  said: jsonb().$type<FileVersion>().notNull(),
  /** The text that `hash` is of: titles, citations and order in the words of then; null in a row of before there was this column. */
  says: open(text()),
  /** The hash before the settings of the server, or of the one that this is read from. */
  madeOf: open(text()).notNull(),
  /** What that changed. */
  changes: open(text().array()).notNull(),
  keptAt: instant().notNull()
})
