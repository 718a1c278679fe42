import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant, sealed } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per notice that is to be sent: what a job refers to. No words and no secrets; they are made when it is sent. */
export const noticeTable = pgTable(
  "notice",
  {
    id: uuid().primaryKey(),
    /** Name of the notice, `registration-approved`. */
    kind: text().notNull(),
    /** Ids of what it is about: `{logonRequestId, logonId, securityCodeId, notMeId, recoveryId}`. */
    subjects: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
    /** The number that a letter is about, as JSON: its address is looked up when it is sent. Null once that is done. */
    taxpayer: sealed(),
    /** Who it goes to, where that was looked up before, as JSON. Null once it is sent. */
    recipient: sealed(),
    at: instant().notNull(),
    sentAt: instant()
  },
  (table) => [index("notice_at_idx").on(table.at)]
)

export const noticeSensitivity = {
  id: "open",
  kind: "open",
  subjects: "open",
  taxpayer: "sealed",
  recipient: "sealed",
  at: "open",
  sentAt: "open"
} satisfies SensitivityOf<typeof noticeTable>
