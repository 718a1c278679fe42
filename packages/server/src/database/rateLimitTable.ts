import { index, integer, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per bucket of a limit: how often in the window that began with its first use. Purged when past. */
export const rateLimitTable = pgTable(
  "rate_limit",
  {
    /** Keyed digest of the limit's name and whom it counts. */
    key: text().primaryKey(),
    uses: integer().notNull(),
    startedAt: instant().notNull(),
    endsAt: instant().notNull()
  },
  (table) => [index("rate_limit_ends_at_idx").on(table.endsAt)]
)

export const rateLimitSensitivity = {
  key: "secret",
  uses: "open",
  startedAt: "open",
  endsAt: "open"
} satisfies SensitivityOf<typeof rateLimitTable>
