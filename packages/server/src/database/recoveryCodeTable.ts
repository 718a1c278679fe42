import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per recovery code; what it is, only its owner has. @rule D-49 */
export const recoveryCodeTable = pgTable(
  "recovery_code",
  {
    id: uuid().primaryKey(),
    logonId: uuid().notNull(),
    /** Keyed digest of the code: its 80 bits need no slow hash. */
    codeDigest: text().notNull(),
    /** `replaced`: newer ones were made. */
    state: text({ enum: ["open", "used", "replaced"] }).notNull(),
    createdAt: instant().notNull(),
    usedAt: instant()
  },
  (table) => [
    uniqueIndex("recovery_code_digest_key").on(table.codeDigest),
    index("recovery_code_logon_idx").on(table.logonId)
  ]
)

export const recoveryCodeSensitivity = {
  id: "open",
  logonId: "open",
  codeDigest: "secret",
  state: "open",
  createdAt: "open",
  usedAt: "open"
} satisfies SensitivityOf<typeof recoveryCodeTable>
