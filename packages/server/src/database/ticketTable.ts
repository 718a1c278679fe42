import { index, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per one-time ticket: it opens a live connection or moves a request to another tab, once, within seconds. */
export const ticketTable = pgTable(
  "ticket",
  {
    /** Keyed digest of the ticket. */
    tokenDigest: text().primaryKey(),
    purpose: text({ enum: ["live", "resume"] }).notNull(),
    /** What it opens: a live topic, or the id of a logon request. */
    subject: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant()
  },
  (table) => [index("ticket_expires_at_idx").on(table.expiresAt)]
)

export const ticketSensitivity = {
  tokenDigest: "secret",
  purpose: "open",
  subject: "open",
  createdAt: "open",
  expiresAt: "open",
  usedAt: "open"
} satisfies SensitivityOf<typeof ticketTable>
