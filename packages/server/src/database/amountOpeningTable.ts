import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per time that an owner opened amounts: failures before it count no more for the year. @rule D-30 */
export const amountOpeningTable = pgTable(
  "amount_opening",
  {
    taxpayerDigest: text().notNull(),
    openedAt: instant().notNull(),
    /** The logon that opened them. */
    logonId: uuid().notNull()
  },
  (table) => [primaryKey({ columns: [table.taxpayerDigest, table.openedAt] })]
)

export const amountOpeningSensitivity = {
  taxpayerDigest: "secret",
  openedAt: "open",
  logonId: "open"
} satisfies SensitivityOf<typeof amountOpeningTable>
