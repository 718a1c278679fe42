import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant, sealed } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per request that is being answered; changed at every answer, gone a day after it was opened. @rule D-33 */
export const logonRequestDraftTable = pgTable(
  "logon_request_draft",
  {
    id: uuid().primaryKey(),
    /** Keyed digest of the bearer token. */
    tokenDigest: text().notNull(),
    /** The embedding site; null on the Department's own pages. */
    partnerId: text(),
    /** BCP 47, `en`. */
    locale: text().notNull(),
    /** The partner's own word for the request. */
    reference: text(),
    ruleSetId: text().notNull(),
    /** SHA-256, hex: the draft is decided by this rule set to its end. */
    ruleSetHash: text().notNull(),
    /** `Answers`, as JSON. */
    answers: sealed().notNull(),
    /** `Proof`, as JSON; null until something is proved. */
    proof: sealed(),
    /** Keyed digest of the number that was given. */
    taxpayerDigest: text(),
    /** Keyed digest of the letter that is reserved for this draft. */
    letterDigest: text(),
    status: text({ enum: ["open", "submitted", "cancelled"] }).notNull(),
    openedAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull()
  },
  (table) => [
    uniqueIndex("logon_request_draft_token_key").on(table.tokenDigest),
    index("logon_request_draft_letter_idx").on(table.letterDigest),
    index("logon_request_draft_expires_at_idx").on(table.expiresAt)
  ]
)

export const logonRequestDraftSensitivity = {
  id: "open",
  tokenDigest: "secret",
  partnerId: "open",
  locale: "open",
  reference: "open",
  ruleSetId: "open",
  ruleSetHash: "open",
  answers: "sealed",
  proof: "sealed",
  taxpayerDigest: "secret",
  letterDigest: "secret",
  status: "open",
  openedAt: "open",
  lastSeenAt: "open",
  expiresAt: "open"
} satisfies SensitivityOf<typeof logonRequestDraftTable>
