import { sql } from "drizzle-orm"
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per link of a forgotten password. The code is HMAC(link key, id): nothing of it is stored. @rule D-47 */
export const recoveryTable = pgTable(
  "recovery",
  {
    id: uuid().primaryKey(),
    logonId: uuid().notNull(),
    state: text({ enum: ["open", "used", "superseded"] }).notNull(),
    /** When an answer was wrong, RFC 3339, oldest first. */
    missesAt: jsonb().$type<ReadonlyArray<string>>().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant()
  },
  (table) => [
    index("recovery_logon_idx").on(table.logonId, table.createdAt),
    uniqueIndex("recovery_open_key")
      .on(table.logonId)
      .where(sql`${table.state} = 'open'`)
  ]
)

export const recoverySensitivity = {
  id: "open",
  logonId: "open",
  state: "open",
  missesAt: "open",
  createdAt: "open",
  expiresAt: "open",
  usedAt: "open"
} satisfies SensitivityOf<typeof recoveryTable>
