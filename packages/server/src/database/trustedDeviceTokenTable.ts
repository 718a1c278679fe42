import { index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/**
 * One row per token of a trusted device, the newest and all before it: one that comes back after its grace was copied.
 *
 * @rule D-15
 */
export const trustedDeviceTokenTable = pgTable(
  "trusted_device_token",
  {
    /** Keyed digest of the token. */
    tokenDigest: text().primaryKey(),
    deviceId: uuid().notNull(),
    createdAt: instant().notNull(),
    /** When the next one took its place; null: it is the newest. */
    replacedAt: instant()
  },
  (table) => [index("trusted_device_token_device_idx").on(table.deviceId)]
)

export const trustedDeviceTokenSensitivity = {
  tokenDigest: "secret",
  deviceId: "open",
  createdAt: "open",
  replacedAt: "open"
} satisfies SensitivityOf<typeof trustedDeviceTokenTable>
