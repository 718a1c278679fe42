import { sql } from "drizzle-orm"
import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per contest of those who have access to a taxpayer; ended by a letter that outranks, or by staff. @rule D-25 @rule D-60 */
export const contestTable = pgTable(
  "contest",
  {
    id: uuid().primaryKey(),
    taxpayerDigest: text().notNull(),
    because: text({ enum: ["second-registration", "second-letter", "not-me"] }).notNull(),
    /** `staff`: a code from the previous address opened it. */
    endedBy: text({ enum: ["letter", "staff"] })
      .notNull()
      .default("letter"),
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
  endedBy: "open",
  openedAt: "open",
  endedAt: "open"
} satisfies SensitivityOf<typeof contestTable>
