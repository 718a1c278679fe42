import { attemptKinds } from "@mtc-logon/core/verification"
import { index, integer, text, uuid } from "drizzle-orm/pg-core"
import { instant, secret, table } from "./columns.ts"

/** One row per place in the count of attempts on a number: taken before anything is looked up, settled after. @rule D-30 @rule D-61 */
export const verificationAttemptTable = table(
  "verification_attempt",
  {
    id: uuid().primaryKey(),
    /** Keyed digest of the number, whether it is on file or not. */
    taxpayerDigest: secret(text()).notNull(),
    kind: text({ enum: attemptKinds }).notNull(),
    /** Keyed digest of the network that a letter came from; null for amounts, which count from everywhere. @rule D-61 */
    networkDigest: secret(text()),
    /** Keyed digest of what was said: the same wrong answer counts once. */
    claimDigest: secret(text()).notNull(),
    at: instant().notNull(),
    /** `reserved` and `failed` count. */
    state: text({ enum: ["reserved", "failed", "freed"] }).notNull()
  },
  (own) => [index("verification_attempt_taxpayer_idx").on(own.taxpayerDigest, own.kind, own.at)]
)

/** One row per bucket of a limit: how often in the window that began with its first use. Purged when past. */
export const rateLimitTable = table(
  "rate_limit",
  {
    /** Keyed digest of the limit's name and whom it counts. */
    key: secret(text()).primaryKey(),
    uses: integer().notNull(),
    startedAt: instant().notNull(),
    endsAt: instant().notNull()
  },
  (own) => [index("rate_limit_ends_at_idx").on(own.endsAt)]
)
