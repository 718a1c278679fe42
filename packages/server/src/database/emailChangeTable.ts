import { sql } from "drizzle-orm"
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant, sealed } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per link that was mailed to a new address. The code is HMAC(link key, id): nothing of it is stored. */
export const emailChangeTable = pgTable(
  "email_change",
  {
    id: uuid().primaryKey(),
    logonId: uuid().notNull(),
    /** The new address. */
    email: sealed().notNull(),
    state: text({ enum: ["open", "used", "superseded"] }).notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant()
  },
  (table) => [
    index("email_change_logon_idx").on(table.logonId),
    uniqueIndex("email_change_open_key")
      .on(table.logonId)
      .where(sql`${table.state} = 'open'`)
  ]
)

export const emailChangeSensitivity = {
  id: "open",
  logonId: "open",
  email: "sealed",
  state: "open",
  createdAt: "open",
  expiresAt: "open",
  usedAt: "open"
} satisfies SensitivityOf<typeof emailChangeTable>
