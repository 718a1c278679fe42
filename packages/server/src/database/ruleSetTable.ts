import type { FileVersion } from "@mtc-logon/core/rule-sets"
import { jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per rule set that this house ever had, by its hash; only ever inserted. @adr 0017 */
export const ruleSetTable = pgTable("rule_set", {
  /** SHA-256, hex, of what it says: what drafts and decisions are pinned to. */
  hash: text().primaryKey(),
  /** `mtc-2020`. */
  id: text().notNull(),
  /** The version as a file has it, with the settings of the house. */
  said: jsonb().$type<FileVersion>().notNull(),
  /** The hash before the settings of the house. */
  madeOf: text().notNull(),
  /** What those settings changed. */
  changes: text().array().notNull(),
  keptAt: instant().notNull()
})

export const ruleSetSensitivity = {
  hash: "open",
  id: "open",
  said: "open",
  madeOf: "open",
  changes: "open",
  keptAt: "open"
} satisfies SensitivityOf<typeof ruleSetTable>
