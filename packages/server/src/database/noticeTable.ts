import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per notice that is to be sent: what a job refers to. No words and no secrets; they are made when it is sent. */
export const noticeTable = pgTable(
  "notice",
  {
    id: uuid().primaryKey(),
    /** Name of the notice, `registration-approved`. */
    kind: text().notNull(),
    /** Ids of what it is about: `{logonRequestId, logonId, activationCodeId, securityCodeId}`. */
    subjects: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
    at: instant().notNull(),
    sentAt: instant()
  },
  (table) => [index("notice_at_idx").on(table.at)]
)

export const noticeSensitivity = {
  id: "open",
  kind: "open",
  subjects: "open",
  at: "open",
  sentAt: "open"
} satisfies SensitivityOf<typeof noticeTable>
