import { evidences } from "@mtc-logon/core/verification"
import { sql } from "drizzle-orm"
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant, sealed } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per role of a logon on a taxpayer: reserved at submit (`waiting` where others go for it), effective at the first log-in, suspended while frozen, then ended. @rule D-32 @rule D-62 */
export const accessGrantTable = pgTable(
  "access_grant",
  {
    id: uuid().primaryKey(),
    taxpayerDigest: text().notNull(),
    logonId: uuid().notNull(),
    /** The request that it came from; null where somebody granted it. */
    logonRequestId: uuid(),
    role: text({ enum: ["MasterAdministrator", "TaxAdministrator"] }).notNull(),
    /** `all`, or an account type. */
    scope: text().notNull(),
    /** What it rests on: a letter outranks an amount. @rule D-25 */
    evidence: text({ enum: [...evidences, "grant"] }).notNull(),
    /** `***-**-6789`: what its owner is shown. */
    taxpayerMask: text().notNull(),
    /** Whose number it is, as it was claimed; null for a grant of somebody, and in rows of before. */
    claim: sealed(),
    state: text({ enum: ["waiting", "reserved", "effective", "suspended", "ended"] }).notNull(),
    createdAt: instant().notNull(),
    effectiveAt: instant(),
    endedAt: instant()
  },
  (table) => [
    index("access_grant_taxpayer_idx").on(table.taxpayerDigest),
    index("access_grant_logon_idx").on(table.logonId),
    uniqueIndex("access_grant_master_key")
      .on(table.taxpayerDigest)
      .where(sql`${table.role} = 'MasterAdministrator' and ${table.state} in ('reserved', 'effective')`)
  ]
)

export const accessGrantSensitivity = {
  id: "open",
  taxpayerDigest: "secret",
  logonId: "open",
  logonRequestId: "open",
  role: "open",
  scope: "open",
  evidence: "open",
  taxpayerMask: "personal",
  claim: "sealed",
  state: "open",
  createdAt: "open",
  effectiveAt: "open",
  endedAt: "open"
} satisfies SensitivityOf<typeof accessGrantTable>
