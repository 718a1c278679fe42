import { pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per embedding site. */
export const partnerTable = pgTable("partner", {
  /** `mtcpk_test_bayside`: public, and no secret. */
  id: text().primaryKey(),
  name: text().notNull(),
  /** Exact origins whose pages may frame the request. */
  origins: text().array().notNull(),
  /** Exact addresses that a redirect may lead back to. */
  redirectUris: text().array().notNull(),
  mode: text({ enum: ["test", "live"] }).notNull(),
  createdAt: instant().notNull(),
  disabledAt: instant()
})

export const partnerSensitivity = {
  id: "open",
  name: "open",
  origins: "open",
  redirectUris: "open",
  mode: "open",
  createdAt: "open",
  disabledAt: "open"
} satisfies SensitivityOf<typeof partnerTable>
