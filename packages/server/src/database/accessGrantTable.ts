import { accessStates, contestEnders, contestReasons, roleNames } from "@mtc-logon/core/access"
import { notMeChannels, notMeParts } from "@mtc-logon/core/logon"
import { evidences } from "@mtc-logon/core/verification"
import { sql } from "drizzle-orm"
import { index, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant, open, personal, sealed, secret, table } from "./columns.ts"
import { logonRequestTable } from "./logonRequestTable.ts"
import { logonTable } from "./logonTable.ts"

/** One row per role of a logon on a taxpayer: reserved at submit (`waiting` where others go for it), effective at the first log-in, suspended while frozen, then ended. @rule D-32 @rule D-62 */
export const accessGrantTable = table(
  "access_grant",
  {
    id: uuid().primaryKey(),
    taxpayerDigest: secret(text()).notNull(),
    logonId: uuid()
      .notNull()
      .references(() => logonTable.id),
    /** The request that it came from; null where somebody granted it. */
    logonRequestId: uuid().references(() => logonRequestTable.id),
    role: text({ enum: roleNames }).notNull(),
    /** `all`, or an account type. */
    scope: open(text()).notNull(),
    /** What it rests on: a letter outranks an amount. @rule D-25 */
    evidence: text({ enum: [...evidences, "grant"] }).notNull(),
    /** `***-**-6789`: what its owner is shown. */
    taxpayerMask: personal(text()).notNull(),
    /** Whose number it is, as it was claimed; null for a grant of somebody, and in rows of before. */
    claim: sealed(),
    state: text({ enum: [...accessStates, "ended"] }).notNull(),
    createdAt: instant().notNull(),
    effectiveAt: instant(),
    endedAt: instant()
  },
  (own) => [
    index("access_grant_taxpayer_idx").on(own.taxpayerDigest),
    index("access_grant_logon_idx").on(own.logonId),
    uniqueIndex("access_grant_master_key")
      .on(own.taxpayerDigest)
      .where(sql`${own.role} = 'MasterAdministrator' and ${own.state} in ('reserved', 'effective')`)
  ]
)

/** One row per contest of those who have access to a taxpayer; ended by a letter that outranks, or by staff. @rule D-25 @rule D-60 */
export const contestTable = table(
  "contest",
  {
    id: uuid().primaryKey(),
    taxpayerDigest: secret(text()).notNull(),
    /** A second registration opened one until it no longer did. */
    because: text({ enum: [...contestReasons, "second-registration"] }).notNull(),
    /** `staff`: a code from the previous address opened it. */
    endedBy: text({ enum: contestEnders }).notNull().default("letter"),
    openedAt: instant().notNull(),
    endedAt: instant()
  },
  (own) => [
    uniqueIndex("contest_open_key")
      .on(own.taxpayerDigest)
      .where(sql`${own.endedAt} is null`)
  ]
)

/** One row per "this was not me" code that was told somebody; changed when it is used. @rule D-26 */
export const notMeCodeTable = table(
  "not_me_code",
  {
    id: uuid().primaryKey(),
    logonId: uuid()
      .notNull()
      .references(() => logonTable.id),
    /** What it puts back; `logon`: the logon itself was made. */
    part: text({ enum: notMeParts }).notNull(),
    /** The grant that its notice names, where a logon was made. @rule D-60 */
    grantId: uuid().references(() => accessGrantTable.id),
    /** Which way its notice went: that says what it may do. A code of before this was kept has the least power. @rule D-60 */
    channel: text({ enum: notMeChannels }).notNull().default("email"),
    /** The logon that its notice went to; null: an envelope, or a mailbox. */
    receiverId: uuid().references(() => logonTable.id),
    /** What was before, as JSON; null where there is nothing to put back. */
    before: sealed(),
    /** Keyed digest of the code, which is made of the id when it is told. */
    codeDigest: secret(text()).notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant()
  },
  (own) => [uniqueIndex("not_me_code_digest_key").on(own.codeDigest), index("not_me_code_logon_idx").on(own.logonId)]
)

/** One row per number whose owner closed on-line registration; removed when it is opened again. @rule D-37 */
export const registrationLockTable = table("registration_lock", {
  taxpayerDigest: secret(text()).primaryKey(),
  /** The logon that closed it. */
  logonId: uuid()
    .notNull()
    .references(() => logonTable.id),
  at: instant().notNull()
})

/** One row per time that an owner opened amounts: failures before it count no more for the year. @rule D-30 */
export const amountOpeningTable = table(
  "amount_opening",
  {
    taxpayerDigest: secret(text()).notNull(),
    openedAt: instant().notNull(),
    /** The logon that opened them. */
    logonId: uuid()
      .notNull()
      .references(() => logonTable.id)
  },
  (own) => [primaryKey({ columns: [own.taxpayerDigest, own.openedAt] })]
)
