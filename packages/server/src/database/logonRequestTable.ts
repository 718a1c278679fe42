import { evidences } from "@mtc-logon/core/verification"
import { bigint, index, pgSequence, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant, sealed } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** Counts confirmation numbers; its first value gives the one in the source. @rule D-16 */
export const confirmationSequence = pgSequence("confirmation_sequence", {
  startWith: 323_476,
  minValue: 1,
  maxValue: 4_294_967_295
})

/** One row per submitted Request to Create an Online Account. Never changed except `status` and `settledAt`. */
export const logonRequestTable = pgTable(
  "logon_request",
  {
    /** The draft's id. */
    id: uuid().primaryKey(),
    confirmationSequence: bigint({ mode: "number" }).notNull(),
    /** `0-704-061-440`, unique for ever. @rule R-27 */
    confirmationNumber: text().notNull(),
    /** Keyed digest of the number. The number itself is not stored. */
    taxpayerDigest: text().notNull(),
    /** `personal-income-tax`. */
    accountType: text().notNull(),
    evidence: text({ enum: evidences }).notNull(),
    /** The decision that the proof rests on. */
    decisionId: uuid().notNull(),
    logonId: uuid().notNull(),
    partnerId: text(),
    reference: text(),
    locale: text().notNull(),
    ruleSetId: text().notNull(),
    ruleSetHash: text().notNull(),
    status: text({ enum: ["submitted", "approved", "referred", "denied", "activated", "expired"] }).notNull(),
    submittedAt: instant().notNull(),
    /** When it was approved, referred or denied. */
    settledAt: instant(),
    /** `ReceiptView` without the PIN, as JSON. */
    receipt: sealed().notNull()
  },
  (table) => [
    uniqueIndex("logon_request_confirmation_sequence_key").on(table.confirmationSequence),
    uniqueIndex("logon_request_confirmation_number_key").on(table.confirmationNumber),
    index("logon_request_taxpayer_digest_idx").on(table.taxpayerDigest),
    index("logon_request_logon_idx").on(table.logonId),
    index("logon_request_status_idx").on(table.status, table.submittedAt)
  ]
)

export const logonRequestSensitivity = {
  id: "open",
  confirmationSequence: "open",
  confirmationNumber: "personal",
  taxpayerDigest: "secret",
  accountType: "open",
  evidence: "open",
  decisionId: "open",
  logonId: "open",
  partnerId: "open",
  reference: "open",
  locale: "open",
  ruleSetId: "open",
  ruleSetHash: "open",
  status: "open",
  submittedAt: "open",
  settledAt: "open",
  receipt: "sealed"
} satisfies SensitivityOf<typeof logonRequestTable>
