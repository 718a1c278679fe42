import { pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per number that was ever locked, on file or not: when its owner was told by post last. @rule D-30 */
export const lockLetterTable = pgTable("lock_letter", {
  taxpayerDigest: text().primaryKey(),
  toldAt: instant().notNull()
})

export const lockLetterSensitivity = {
  taxpayerDigest: "secret",
  toldAt: "open"
} satisfies SensitivityOf<typeof lockLetterTable>
