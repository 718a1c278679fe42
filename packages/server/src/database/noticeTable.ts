import { index, jsonb, text, uuid } from "drizzle-orm/pg-core"
import { instant, open, sealed, table } from "./columns.ts"
import { logonTable } from "./logonTable.ts"

/** One row per notice that is to be sent: what a job refers to. No words and no secrets; they are made when it is sent. */
export const noticeTable = table(
  "notice",
  {
    id: uuid().primaryKey(),
    /** Name of the notice, `registration-approved`. */
    kind: open(text()).notNull(),
    /** Ids of what it is about: `{logonRequestId, logonId, securityCodeId, notMeId, recoveryId}`. */
    subjects: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
    /** The number that a letter is about, as JSON: its address is looked up when it is sent. Null once that is done. */
    taxpayer: sealed(),
    /** Who it goes to, where that was looked up before, as JSON. Null once it is sent. */
    recipient: sealed(),
    at: instant().notNull(),
    sentAt: instant()
  },
  (own) => [index("notice_at_idx").on(own.at)]
)

/** One row per e-message to a logon, read after log-in. Changed only when it is read. */
export const messageTable = table(
  "message",
  {
    id: uuid().primaryKey(),
    logonId: uuid()
      .notNull()
      .references(() => logonTable.id),
    /** Id of its sentence in the wording. */
    messageId: open(text()).notNull(),
    /** What stands in the sentence, as JSON: it may hold a Master Administrator's contact details. @rule R-21 */
    params: sealed().notNull(),
    at: instant().notNull(),
    readAt: instant()
  },
  (own) => [index("message_logon_idx").on(own.logonId, own.at)]
)

/** One row per call of somebody who forgot, whether anybody has what was typed or not; wiped once its job is done. @rule D-47 */
export const forgottenTable = table(
  "forgotten",
  {
    id: uuid().primaryKey(),
    what: text({ enum: ["username", "password"] }).notNull(),
    /** The e-mail address or username that was typed; null once it was looked up. */
    typed: sealed(),
    at: instant().notNull()
  },
  (own) => [index("forgotten_at_idx").on(own.at)]
)
