import { attemptKinds } from "@mtc-logon/core/verification"
import { pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per number whose owner was told by post, on file or not: when last, of locked amounts or of guessed letters. @rule D-30 @rule D-61 */
export const lockLetterTable = pgTable(
  "lock_letter",
  {
    taxpayerDigest: text().notNull(),
    kind: text({ enum: attemptKinds }).notNull().default("amount"),
    toldAt: instant().notNull()
  },
  (table) => [primaryKey({ columns: [table.taxpayerDigest, table.kind] })]
)

export const lockLetterSensitivity = {
  taxpayerDigest: "secret",
  kind: "open",
  toldAt: "open"
} satisfies SensitivityOf<typeof lockLetterTable>
