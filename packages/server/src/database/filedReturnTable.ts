import { boolean, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { sealed } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per filed return and taxpayer on it (two for a joint return): the Department's side. */
export const filedReturnTable = pgTable(
  "filed_return",
  {
    id: uuid().primaryKey(),
    taxpayerDigest: text().notNull(),
    /** `personal-income-tax`. */
    accountType: text().notNull(),
    /** `Form 1`. */
    form: text().notNull(),
    taxYear: integer().notNull(),
    periodEnd: date({ mode: "string" }).notNull(),
    postedOn: date({ mode: "string" }).notNull(),
    underReview: boolean().notNull(),
    joint: boolean().notNull(),
    /** Lines as originally filed, whole cents, as JSON. */
    filed: sealed().notNull(),
    /** Lines as the Department corrected them. */
    adjusted: sealed(),
    /** The return that this one amends: no second return of the window. @rule D-05 */
    amendedOf: uuid()
  },
  (table) => [index("filed_return_taxpayer_idx").on(table.taxpayerDigest, table.accountType, table.periodEnd)]
)

export const filedReturnSensitivity = {
  id: "open",
  taxpayerDigest: "secret",
  accountType: "personal",
  form: "personal",
  taxYear: "personal",
  periodEnd: "personal",
  postedOn: "personal",
  underReview: "personal",
  joint: "personal",
  filed: "sealed",
  adjusted: "sealed",
  amendedOf: "open"
} satisfies SensitivityOf<typeof filedReturnTable>
