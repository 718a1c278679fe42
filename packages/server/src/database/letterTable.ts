import { letterKinds, letterStates } from "@mtc-logon/core/taxpayer"
import { attemptKinds } from "@mtc-logon/core/verification"
import { boolean, index, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant, sealed, secret, table } from "./columns.ts"

/** One row per letter that was mailed to a taxpayer; those before one that was proved with are `superseded`. @rule D-07 @adr 0020 */
export const letterTable = table(
  "letter",
  {
    id: uuid().primaryKey(),
    /** Keyed digest of the letter ID. */
    letterDigest: secret(text()).notNull(),
    /** `L` and ten digits. */
    letterId: sealed().notNull(),
    taxpayerDigest: secret(text()).notNull(),
    /** `sign-up` opens a logon; the others do not. */
    kind: text({ enum: letterKinds }).notNull(),
    mailedAt: instant().notNull(),
    /** Counts for the next request; false where a freeze, a contest or a lock mailed it. @rule D-62 @rule D-30 */
    counted: boolean().notNull().default(true),
    state: text({ enum: letterStates }).notNull(),
    /** The logon request that holds it. */
    reservedBy: uuid(),
    usedAt: instant()
  },
  (own) => [
    uniqueIndex("letter_digest_key").on(own.letterDigest),
    index("letter_taxpayer_idx").on(own.taxpayerDigest, own.mailedAt)
  ]
)

/** One row per number whose owner was told by post, on file or not: when last, of locked amounts or of guessed letters. @rule D-30 @rule D-61 */
export const lockLetterTable = table(
  "lock_letter",
  {
    taxpayerDigest: secret(text()).notNull(),
    kind: text({ enum: attemptKinds }).notNull().default("amount"),
    toldAt: instant().notNull()
  },
  (own) => [primaryKey({ columns: [own.taxpayerDigest, own.kind] })]
)
