import { sql } from "drizzle-orm"
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per activation link that was sent. The code is HMAC(link key, id): nothing of it is stored. @rule D-13 */
export const activationCodeTable = pgTable(
  "activation_code",
  {
    id: uuid().primaryKey(),
    logonId: uuid().notNull(),
    logonRequestId: uuid().notNull(),
    state: text({ enum: ["open", "used", "superseded"] }).notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant()
  },
  (table) => [
    index("activation_code_logon_idx").on(table.logonId),
    uniqueIndex("activation_code_open_key")
      .on(table.logonId)
      .where(sql`${table.state} = 'open'`)
  ]
)

export const activationCodeSensitivity = {
  id: "open",
  logonId: "open",
  logonRequestId: "open",
  state: "open",
  createdAt: "open",
  expiresAt: "open",
  usedAt: "open"
} satisfies SensitivityOf<typeof activationCodeTable>
