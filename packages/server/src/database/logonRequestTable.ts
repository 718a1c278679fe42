import { linkStates } from "@mtc-logon/core/logon"
import { submittedStatuses } from "@mtc-logon/core/logon-request"
import type { AccountType } from "@mtc-logon/core/taxpayer"
import { evidences } from "@mtc-logon/core/verification"
import { sql } from "drizzle-orm"
import { bigint, index, pgSequence, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant, open, personal, sealed, secret, table } from "./columns.ts"
import { logonTable } from "./logonTable.ts"

/** Counts confirmation numbers; its first value gives the one in the source. @rule D-16 */
export const confirmationSequence = pgSequence("confirmation_sequence", {
  startWith: 323_476,
  minValue: 1,
  maxValue: 4_294_967_295
})

/** One row per submitted Request to Create an Online Account. Never changed except `status` and `settledAt`. */
export const logonRequestTable = table(
  "logon_request",
  {
    /** The draft's id. */
    id: uuid().primaryKey(),
    confirmationSequence: bigint({ mode: "number" }).notNull(),
    /** `0-704-061-440`, unique for ever. @rule R-27 */
    confirmationNumber: personal(text()).notNull(),
    /** Keyed digest of the number. The number itself is not stored. */
    taxpayerDigest: secret(text()).notNull(),
    /** `personal-income-tax`. */
    accountType: open(text().$type<AccountType>()).notNull(),
    evidence: text({ enum: evidences }).notNull(),
    /** The decision that the proof rests on. */
    decisionId: uuid().notNull(),
    logonId: uuid()
      .notNull()
      .references(() => logonTable.id),
    partnerId: open(text()),
    reference: open(text()),
    locale: open(text()).notNull(),
    ruleSetId: open(text()).notNull(),
    ruleSetHash: open(text()).notNull(),
    status: text({ enum: submittedStatuses }).notNull(),
    submittedAt: instant().notNull(),
    /** When it was approved, referred or denied. */
    settledAt: instant(),
    /** `ReceiptView` without the PIN, as JSON. */
    receipt: sealed().notNull()
  },
  (own) => [
    uniqueIndex("logon_request_confirmation_sequence_key").on(own.confirmationSequence),
    uniqueIndex("logon_request_confirmation_number_key").on(own.confirmationNumber),
    index("logon_request_taxpayer_digest_idx").on(own.taxpayerDigest),
    index("logon_request_logon_idx").on(own.logonId),
    index("logon_request_status_idx").on(own.status, own.submittedAt)
  ]
)

/** One row per request that is being answered; changed at every answer, gone a day after it was opened. @rule D-33 */
export const logonRequestDraftTable = table(
  "logon_request_draft",
  {
    id: uuid().primaryKey(),
    /** Keyed digest of the bearer token. */
    tokenDigest: secret(text()).notNull(),
    /** The embedding site; null on the Department's own pages. */
    partnerId: open(text()),
    /** BCP 47, `en`. */
    locale: open(text()).notNull(),
    /** The partner's own word for the request. */
    reference: open(text()),
    ruleSetId: open(text()).notNull(),
    /** SHA-256, hex: the draft is decided by this rule set to its end. */
    ruleSetHash: open(text()).notNull(),
    /** `Answers`, as JSON. */
    answers: sealed().notNull(),
    /** `Proof`, as JSON; null until something is proved. */
    proof: sealed(),
    /** Keyed digest of the number that was given. */
    taxpayerDigest: secret(text()),
    /** Keyed digest of the letter that is reserved for this draft. */
    letterDigest: secret(text()),
    status: text({ enum: ["open", "submitted", "cancelled"] }).notNull(),
    openedAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull()
  },
  (own) => [
    uniqueIndex("logon_request_draft_token_key").on(own.tokenDigest),
    index("logon_request_draft_letter_idx").on(own.letterDigest),
    index("logon_request_draft_expires_at_idx").on(own.expiresAt)
  ]
)

/** One row per activation link that was sent. The code is HMAC(link key, id): nothing of it is stored. @rule D-13 */
export const activationCodeTable = table(
  "activation_code",
  {
    id: uuid().primaryKey(),
    logonId: uuid()
      .notNull()
      .references(() => logonTable.id),
    logonRequestId: uuid()
      .notNull()
      .references(() => logonRequestTable.id),
    state: text({ enum: linkStates }).notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant()
  },
  (own) => [
    index("activation_code_logon_idx").on(own.logonId),
    uniqueIndex("activation_code_open_key")
      .on(own.logonId)
      .where(sql`${own.state} = 'open'`)
  ]
)

/** One row per one-time ticket: it opens a live connection or moves a request to another tab, once, within seconds. */
export const ticketTable = table(
  "ticket",
  {
    /** Keyed digest of the ticket. */
    tokenDigest: secret(text()).primaryKey(),
    purpose: text({ enum: ["live", "resume"] }).notNull(),
    /** What it opens: a live topic, or the id of a logon request. */
    subject: open(text()).notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant()
  },
  (own) => [index("ticket_expires_at_idx").on(own.expiresAt)]
)
