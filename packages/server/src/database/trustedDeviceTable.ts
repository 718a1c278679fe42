import { index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per browser that a person trusts; its tokens, one at each use, are `trustedDeviceTokenTable`. @rule D-15 */
export const trustedDeviceTable = pgTable(
  "trusted_device",
  {
    id: uuid().primaryKey(),
    logonId: uuid().notNull(),
    /** Browser and system, by the last words of their wording ids: `firefox`, `linux`. */
    browser: text().notNull(),
    system: text().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant()
  },
  (table) => [index("trusted_device_logon_idx").on(table.logonId)]
)

export const trustedDeviceSensitivity = {
  id: "open",
  logonId: "open",
  browser: "personal",
  system: "personal",
  createdAt: "open",
  lastSeenAt: "open",
  expiresAt: "open",
  revokedAt: "open"
} satisfies SensitivityOf<typeof trustedDeviceTable>
