import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant, sealed } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per "this was not me" code that was told somebody; changed when it is used. @rule D-26 */
export const notMeCodeTable = pgTable(
  "not_me_code",
  {
    id: uuid().primaryKey(),
    logonId: uuid().notNull(),
    /** What it puts back; `logon`: the logon itself was made. */
    part: text({
      enum: ["profile", "email", "password", "pin", "secret-question", "two-step", "recovery-codes", "logon"]
    }).notNull(),
    /** The grant that its notice names, where a logon was made. @rule D-60 */
    grantId: uuid(),
    /** Which way its notice went: that says what it may do. A code of before this was kept has the least power. @rule D-60 */
    channel: text({ enum: ["post", "former-post", "email", "e-message"] })
      .notNull()
      .default("email"),
    /** The logon that its notice went to; null: an envelope, or a mailbox. */
    receiverId: uuid(),
    /** What was before, as JSON; null where there is nothing to put back. */
    before: sealed(),
    /** Keyed digest of the code, which is made of the id when it is told. */
    codeDigest: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant()
  },
  (table) => [
    uniqueIndex("not_me_code_digest_key").on(table.codeDigest),
    index("not_me_code_logon_idx").on(table.logonId)
  ]
)

export const notMeCodeSensitivity = {
  id: "open",
  logonId: "open",
  part: "open",
  grantId: "open",
  channel: "open",
  receiverId: "open",
  before: "sealed",
  codeDigest: "secret",
  createdAt: "open",
  expiresAt: "open",
  usedAt: "open"
} satisfies SensitivityOf<typeof notMeCodeTable>
