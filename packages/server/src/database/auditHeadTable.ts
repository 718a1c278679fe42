import { bigint, integer, pgTable, text } from "drizzle-orm/pg-core"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row: where the chain of `auditTable` stands. Locked by each append, so that the chain has one order. */
export const auditHeadTable = pgTable("audit_head", {
  id: integer().primaryKey(),
  seq: bigint({ mode: "number" }).notNull(),
  hash: text().notNull()
})

export const auditHeadSensitivity = {
  id: "open",
  seq: "open",
  hash: "secret"
} satisfies SensitivityOf<typeof auditHeadTable>
