import { pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per number whose owner closed on-line registration; removed when it is opened again. @rule D-37 */
export const registrationLockTable = pgTable("registration_lock", {
  taxpayerDigest: text().primaryKey(),
  /** The logon that closed it. */
  logonId: uuid().notNull(),
  at: instant().notNull()
})

export const registrationLockSensitivity = {
  taxpayerDigest: "secret",
  logonId: "open",
  at: "open"
} satisfies SensitivityOf<typeof registrationLockTable>
