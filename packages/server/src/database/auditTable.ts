import { bigint, index, integer, jsonb, text } from "drizzle-orm/pg-core"
import { instant, open, secret, table } from "./columns.ts"

/** One row per thing that has happened; only ever inserted. `hash` chains it to the row before (`audit/Audit.ts`). */
export const auditTable = table(
  "audit",
  {
    /** 1, 2, 3, ... without a gap. */
    seq: bigint({ mode: "number" }).primaryKey(),
    at: instant().notNull(),
    /** Name of the event, `LogonRequestSubmitted`. */
    type: open(text()).notNull(),
    /** Id of what it happened to; never a number or a name. */
    subjectId: open(text()).notNull(),
    /** Who did it: `person`, `staff:<id>`, `partner:<id>`, `system`. */
    actor: open(text()).notNull(),
    /** Ids, rule ids and counts; never a secret. */
    detail: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** HMAC-SHA-256, hex, of the hash before and this row. */
    hash: secret(text()).notNull()
  },
  (own) => [index("audit_subject_idx").on(own.subjectId)]
)

/** One row: where the chain of `auditTable` stands. Locked by each append, so that the chain has one order. */
export const auditHeadTable = table("audit_head", {
  id: integer().primaryKey(),
  seq: bigint({ mode: "number" }).notNull(),
  hash: secret(text()).notNull()
})
