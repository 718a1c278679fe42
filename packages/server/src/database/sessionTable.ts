import { sql } from "drizzle-orm"
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per session, from the right password on. A new level has a new row: the old id is dead. */
export const sessionTable = pgTable(
  "session",
  {
    /** Keyed digest of the cookie's id. */
    idDigest: text().primaryKey(),
    logonId: uuid().notNull(),
    /** What was proved: the password alone, or a second step too. */
    level: text({ enum: ["password", "two-step"] }).notNull(),
    /** What the person has to do next. */
    state: text({ enum: ["two-step-setup", "security-code", "terms", "open"] }).notNull(),
    /** When the password was last typed: some changes ask for it again. */
    passwordAt: instant().notNull(),
    /** The trusted device that it was opened by, or that was trusted in it: it ends with that one. @rule D-15 */
    deviceId: uuid(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant()
  },
  (table) => [
    index("session_logon_idx").on(table.logonId),
    index("session_live_idx")
      .on(table.logonId)
      .where(sql`${table.endedAt} is null`),
    index("session_expires_at_idx").on(table.expiresAt),
    index("session_device_idx").on(table.deviceId)
  ]
)

export const sessionSensitivity = {
  idDigest: "secret",
  logonId: "open",
  level: "open",
  state: "open",
  passwordAt: "open",
  deviceId: "open",
  createdAt: "open",
  lastSeenAt: "open",
  expiresAt: "open",
  endedAt: "open"
} satisfies SensitivityOf<typeof sessionTable>
