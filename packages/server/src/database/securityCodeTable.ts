import { sql } from "drizzle-orm"
import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/**
 * One row per security code that was sent, and per challenge that a passkey is to sign. Code and challenge are HMAC(code
 * key, id): nothing of them is stored.
 *
 * @rule D-14 @rule D-49
 */
export const securityCodeTable = pgTable(
  "security_code",
  {
    id: uuid().primaryKey(),
    logonId: uuid().notNull(),
    methodId: uuid().notNull(),
    /** A code works only for what it was sent for. */
    purpose: text({ enum: ["set-up", "log-in", "recovery", "email-change"] }).notNull(),
    /** Keyed digest of the session that asked for it; of a recovery the id of its link. */
    sessionDigest: text(),
    /** Keyed digest of the address it went to, for counting; empty for a challenge, which goes nowhere. */
    targetDigest: text().notNull(),
    state: text({ enum: ["open", "confirmed", "superseded"] }).notNull(),
    failures: integer().notNull().default(0),
    sentAt: instant().notNull(),
    expiresAt: instant().notNull(),
    confirmedAt: instant()
  },
  (table) => [
    index("security_code_logon_idx").on(table.logonId, table.sentAt),
    index("security_code_target_idx").on(table.targetDigest, table.sentAt),
    uniqueIndex("security_code_open_key")
      .on(table.methodId, table.purpose)
      .where(sql`${table.state} = 'open'`)
  ]
)

export const securityCodeSensitivity = {
  id: "open",
  logonId: "open",
  methodId: "open",
  purpose: "open",
  sessionDigest: "secret",
  targetDigest: "secret",
  state: "open",
  failures: "open",
  sentAt: "open",
  expiresAt: "open",
  confirmedAt: "open"
} satisfies SensitivityOf<typeof securityCodeTable>
