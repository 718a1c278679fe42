import { attemptKinds } from "@mtc-logon/core/verification"
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per place in the count of attempts on a number: taken before anything is looked up, settled after. @rule D-30 @rule D-61 */
export const verificationAttemptTable = pgTable(
  "verification_attempt",
  {
    id: uuid().primaryKey(),
    /** Keyed digest of the number, whether it is on file or not. */
    taxpayerDigest: text().notNull(),
    kind: text({ enum: attemptKinds }).notNull(),
    /** Keyed digest of the network that a letter came from; null for amounts, which count from everywhere. @rule D-61 */
    networkDigest: text(),
    /** Keyed digest of what was said: the same wrong answer counts once. */
    claimDigest: text().notNull(),
    at: instant().notNull(),
    /** `reserved` and `failed` count. */
    state: text({ enum: ["reserved", "failed", "freed"] }).notNull()
  },
  (table) => [index("verification_attempt_taxpayer_idx").on(table.taxpayerDigest, table.kind, table.at)]
)

export const verificationAttemptSensitivity = {
  id: "open",
  taxpayerDigest: "secret",
  kind: "open",
  networkDigest: "secret",
  claimDigest: "secret",
  at: "open",
  state: "open"
} satisfies SensitivityOf<typeof verificationAttemptTable>
