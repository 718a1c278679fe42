import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per thing that has happened; only ever inserted. `hash` chains it to the row before (`audit/Audit.ts`). */
export const auditTable = pgTable(
  "audit",
  {
    /** 1, 2, 3, ... without a gap. */
    seq: bigint({ mode: "number" }).primaryKey(),
    at: instant().notNull(),
    /** Name of the event, `LogonRequestSubmitted`. */
    type: text().notNull(),
    /** Id of what it happened to; never a number or a name. */
    subjectId: text().notNull(),
    /** Who did it: `person`, `staff:<id>`, `partner:<id>`, `system`. */
    actor: text().notNull(),
    /** Ids, rule ids and counts; never a secret. */
    detail: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** HMAC-SHA-256, hex, of the hash before and this row. */
    hash: text().notNull()
  },
  (table) => [index("audit_subject_idx").on(table.subjectId)]
)

export const auditSensitivity = {
  seq: "open",
  at: "open",
  type: "open",
  subjectId: "open",
  actor: "open",
  detail: "open",
  hash: "secret"
} satisfies SensitivityOf<typeof auditTable>
