import { boolean, date, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per tax account of a taxpayer: the Department's side. */
export const taxAccountTable = pgTable(
  "tax_account",
  {
    taxpayerDigest: text().notNull(),
    accountType: text().notNull(),
    openedOn: date({ mode: "string" }).notNull(),
    closedOn: date({ mode: "string" }),
    /** Closed to online access: a request for it is denied. @rule D-12 */
    closedOnline: boolean().notNull()
  },
  (table) => [primaryKey({ columns: [table.taxpayerDigest, table.accountType] })]
)

export const taxAccountSensitivity = {
  taxpayerDigest: "secret",
  accountType: "personal",
  openedOn: "personal",
  closedOn: "personal",
  closedOnline: "personal"
} satisfies SensitivityOf<typeof taxAccountTable>
