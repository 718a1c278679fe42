import type { ApiKeyScope } from "@mtc-logon/core/partner"
import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per key of an application that asks the rules engine; a row is never taken away, so that the trail can name it. */
export const apiKeyTable = pgTable(
  "api_key",
  {
    id: uuid().primaryKey(),
    /** Which application has it. */
    name: text().notNull(),
    scopes: text().array().$type<ReadonlyArray<ApiKeyScope>>().notNull(),
    /** Keyed digest of the key; the key itself is told once and kept nowhere. */
    secretDigest: text().notNull(),
    createdAt: instant().notNull(),
    /** From then on it opens nothing. */
    revokedAt: instant()
  },
  (table) => [uniqueIndex("api_key_secret_key").on(table.secretDigest)]
)

export const apiKeySensitivity = {
  id: "open",
  name: "open",
  scopes: "open",
  secretDigest: "secret",
  createdAt: "open",
  revokedAt: "open"
} satisfies SensitivityOf<typeof apiKeyTable>
