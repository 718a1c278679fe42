import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per browser that a person trusts; its token is rotated at each use. @rule D-15 */
export const trustedDeviceTable = pgTable(
  "trusted_device",
  {
    id: uuid().primaryKey(),
    logonId: uuid().notNull(),
    /** Keyed digest of the token in force. */
    tokenDigest: text().notNull(),
    /** Keyed digest of the token before it: used after its grace, it ends the family. */
    previousDigest: text(),
    /** All tokens that came from one act of trust. */
    familyId: uuid().notNull(),
    /** Browser and system, as a person would say them. */
    label: text().notNull(),
    createdAt: instant().notNull(),
    rotatedAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant()
  },
  (table) => [
    uniqueIndex("trusted_device_token_key").on(table.tokenDigest),
    index("trusted_device_previous_idx").on(table.previousDigest),
    index("trusted_device_logon_idx").on(table.logonId)
  ]
)

export const trustedDeviceSensitivity = {
  id: "open",
  logonId: "open",
  tokenDigest: "secret",
  previousDigest: "secret",
  familyId: "open",
  label: "personal",
  createdAt: "open",
  rotatedAt: "open",
  lastSeenAt: "open",
  expiresAt: "open",
  revokedAt: "open"
} satisfies SensitivityOf<typeof trustedDeviceTable>
