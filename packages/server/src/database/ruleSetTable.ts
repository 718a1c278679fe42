import type { FileVersion } from "@mtc-logon/core/rule-sets"
import { jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per rule set that this house ever had, by its hash; none is ever taken away. @adr 0017 */
export const ruleSetTable = pgTable("rule_set", {
  /** SHA-256, hex, of what it says: what drafts and decisions are pinned to. */
  hash: text().primaryKey(),
  /** `mtc-2020`. */
  id: text().notNull(),
  /** The version as a file has it, with the settings of the house. */
  said: jsonb().$type<FileVersion>().notNull(),
  /** The text that `hash` is of: titles, citations and order in the words of then; null in a row of before there was this column. */
  says: text(),
  /** The hash before the settings of the house, or of the one that this is read from. */
  madeOf: text().notNull(),
  /** What that changed. */
  changes: text().array().notNull(),
  keptAt: instant().notNull()
})

export const ruleSetSensitivity = {
  hash: "open",
  id: "open",
  said: "open",
  says: "open",
  madeOf: "open",
  changes: "open",
  keptAt: "open"
} satisfies SensitivityOf<typeof ruleSetTable>
