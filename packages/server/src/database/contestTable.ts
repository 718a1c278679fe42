import { sql } from "drizzle-orm"
import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per contest of a taxpayer's Master Administrator; ended by a letter that outranks. @rule D-25 */
export const contestTable = pgTable(
  "contest",
  {
    id: uuid().primaryKey(),
    taxpayerDigest: text().notNull(),
    because: text({ enum: ["second-registration", "not-me"] }).notNull(),
    openedAt: instant().notNull(),
    endedAt: instant()
  },
  (table) => [
    uniqueIndex("contest_open_key")
      .on(table.taxpayerDigest)
      .where(sql`${table.endedAt} is null`)
  ]
)

export const contestSensitivity = {
  id: "open",
  taxpayerDigest: "secret",
  because: "open",
  openedAt: "open",
  endedAt: "open"
} satisfies SensitivityOf<typeof contestTable>
