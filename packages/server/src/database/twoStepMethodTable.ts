import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant, sealed } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per way to get security codes, from its set-up on; `removedAt` ends it. @rule D-14 */
export const twoStepMethodTable = pgTable(
  "two_step_method",
  {
    id: uuid().primaryKey(),
    logonId: uuid().notNull(),
    kind: text({ enum: ["totp", "sms", "email", "passkey"] }).notNull(),
    /** E-mail address or phone number; the app's secret; the passkey's public key, id and counter, as JSON. */
    target: sealed().notNull(),
    /** Keyed digest of the address or number, for counting what is sent to it; null for an app or a passkey. */
    targetDigest: text(),
    /** An app's last used time step: a code works once. */
    lastTimeStep: bigint({ mode: "number" }),
    createdAt: instant().notNull(),
    confirmedAt: instant(),
    removedAt: instant()
  },
  (table) => [index("two_step_method_logon_idx").on(table.logonId)]
)

export const twoStepMethodSensitivity = {
  id: "open",
  logonId: "open",
  kind: "open",
  target: "sealed",
  targetDigest: "secret",
  lastTimeStep: "open",
  createdAt: "open",
  confirmedAt: "open",
  removedAt: "open"
} satisfies SensitivityOf<typeof twoStepMethodTable>
