import { index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant, sealed } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per call of somebody who forgot, whether anybody has what was typed or not; wiped once its job is done. @rule D-47 */
export const forgottenTable = pgTable(
  "forgotten",
  {
    id: uuid().primaryKey(),
    what: text({ enum: ["username", "password"] }).notNull(),
    /** The e-mail address or username that was typed; null once it was looked up. */
    typed: sealed(),
    at: instant().notNull()
  },
  (table) => [index("forgotten_at_idx").on(table.at)]
)

export const forgottenSensitivity = {
  id: "open",
  what: "open",
  typed: "sealed",
  at: "open"
} satisfies SensitivityOf<typeof forgottenTable>
