import { boolean, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant, sealed } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per letter that was mailed to a taxpayer; those before one that was proved with are `superseded`. @rule D-07 @adr 0020 */
export const letterTable = pgTable(
  "letter",
  {
    id: uuid().primaryKey(),
    /** Keyed digest of the letter ID. */
    letterDigest: text().notNull(),
    /** `L` and ten digits. */
    letterId: sealed().notNull(),
    taxpayerDigest: text().notNull(),
    /** `sign-up` opens a logon; the others do not. */
    kind: text().notNull(),
    mailedAt: instant().notNull(),
    /** Counts for the next request; false where a freeze, a contest or a lock mailed it. @rule D-62 @rule D-30 */
    counted: boolean().notNull().default(true),
    state: text({ enum: ["live", "reserved", "used", "superseded"] }).notNull(),
    /** The logon request that holds it. */
    reservedBy: uuid(),
    usedAt: instant()
  },
  (table) => [
    uniqueIndex("letter_digest_key").on(table.letterDigest),
    index("letter_taxpayer_idx").on(table.taxpayerDigest, table.mailedAt)
  ]
)

export const letterSensitivity = {
  id: "open",
  letterDigest: "secret",
  letterId: "sealed",
  taxpayerDigest: "secret",
  kind: "open",
  mailedAt: "open",
  counted: "open",
  state: "open",
  reservedBy: "open",
  usedAt: "open"
} satisfies SensitivityOf<typeof letterTable>
