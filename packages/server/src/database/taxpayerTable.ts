import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { sealed } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per taxpayer on file: the Department's side. */
export const taxpayerTable = pgTable(
  "taxpayer",
  {
    id: uuid().primaryKey(),
    /** Keyed digest of the number that is good now. */
    taxpayerDigest: text().notNull(),
    /** Keyed digest of the number before it, an ITIN that became an SSN. @rule D-38 */
    formerDigest: text(),
    idType: text({ enum: ["SSN", "ITIN", "FEIN"] }).notNull(),
    /** Nine digits. */
    number: sealed().notNull(),
    /** Name and postal address on file, the address before it, e-mail addresses, as JSON. */
    contact: sealed().notNull(),
    /** @rule D-35 */
    holds: text({ enum: ["identity-theft", "deceased", "legal", "registration-lock"] })
      .array()
      .notNull()
  },
  (table) => [
    uniqueIndex("taxpayer_digest_key").on(table.taxpayerDigest),
    index("taxpayer_former_digest_idx").on(table.formerDigest)
  ]
)

export const taxpayerSensitivity = {
  id: "open",
  taxpayerDigest: "secret",
  formerDigest: "secret",
  idType: "open",
  number: "sealed",
  contact: "sealed",
  holds: "secret"
} satisfies SensitivityOf<typeof taxpayerTable>
