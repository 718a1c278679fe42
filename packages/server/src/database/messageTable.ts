import { index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant, sealed } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per e-message to a logon, read after log-in. Changed only when it is read. */
export const messageTable = pgTable(
  "message",
  {
    id: uuid().primaryKey(),
    logonId: uuid().notNull(),
    /** Id of its sentence in the wording. */
    messageId: text().notNull(),
    /** What stands in the sentence, as JSON: it may hold a Master Administrator's contact details. @rule R-21 */
    params: sealed().notNull(),
    at: instant().notNull(),
    readAt: instant()
  },
  (table) => [index("message_logon_idx").on(table.logonId, table.at)]
)

export const messageSensitivity = {
  id: "open",
  logonId: "open",
  messageId: "open",
  params: "sealed",
  at: "open",
  readAt: "open"
} satisfies SensitivityOf<typeof messageTable>
