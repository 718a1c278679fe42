import { apiKeyScopes, partnerModes } from "@mtc-logon/core/partner"
import { text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant, open, secret, table } from "./columns.ts"

/** One row per embedding site. */
export const partnerTable = table("partner", {
  /** `mtcpk_test_bayside`: public, and no secret. */
  id: open(text()).primaryKey(),
  name: open(text()).notNull(),
  /** Exact origins whose pages may frame the request. */
  origins: open(text().array()).notNull(),
  /** Exact addresses that a redirect may lead back to. */
  redirectUris: open(text().array()).notNull(),
  mode: text({ enum: partnerModes }).notNull(),
  createdAt: instant().notNull(),
  disabledAt: instant()
})

/** One row per key of an application that asks the rules engine; a row is never taken away, so that the trail can name it. */
export const apiKeyTable = table(
  "api_key",
  {
    id: uuid().primaryKey(),
    /** Which application has it. */
    name: open(text()).notNull(),
    scopes: text({ enum: apiKeyScopes }).array().notNull(),
    /** Keyed digest of the key; the key itself is told once and kept nowhere. */
    secretDigest: secret(text()).notNull(),
    createdAt: instant().notNull(),
    /** From then on it opens nothing. */
    revokedAt: instant()
  },
  (own) => [uniqueIndex("api_key_secret_key").on(own.secretDigest)]
)
