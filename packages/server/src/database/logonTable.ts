import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant, sealed } from "./columns.ts"
import type { SensitivityOf } from "./sensitivity.ts"

/** One row per logon: reserved at submit, approved by processing, active from its first log-in. @rule D-32 */
export const logonTable = pgTable(
  "logon",
  {
    id: uuid().primaryKey(),
    /** As typed; never changed. @rule D-18 */
    username: text().notNull(),
    /** NFKC, case-folded: what is unique. */
    usernameKey: text().notNull(),
    /** argon2id, PHC string. */
    passwordHash: text().notNull(),
    /** Hashes of the last passwords, as JSON: none of them may be chosen again. @rule D-19 */
    passwordHashes: sealed().notNull(),
    passwordChangedAt: instant().notNull(),
    /** Id of the question, of a fixed list. */
    secretQuestion: text().notNull(),
    secretAnswerHash: text().notNull(),
    pinHash: text().notNull(),
    /** Name, e-mail and phone, as JSON. */
    profile: sealed().notNull(),
    /** Keyed digest of the e-mail address, for recovery and for counting. */
    emailDigest: text().notNull(),
    /** Keyed digest of the phone number, for counting. */
    phoneDigest: text().notNull(),
    /** BCP 47: the language of what is sent. */
    locale: text().notNull(),
    taxProfessional: boolean().notNull(),
    termsVersion: text().notNull(),
    termsAcceptedAt: instant().notNull(),
    /** Each text that was accepted: version, instant, and at a log-in the language and SHA-256 of the text. @rule D-44 */
    termsAccepted: jsonb()
      .$type<
        ReadonlyArray<{
          readonly version: string
          readonly at: string
          readonly locale?: string
          readonly textHash?: string
        }>
      >()
      .notNull(),
    status: text({ enum: ["reserved", "approved", "active", "frozen", "expired"] }).notNull(),
    createdAt: instant().notNull(),
    activatedAt: instant(),
    frozenAt: instant(),
    /** Failed log-ins since the last right one; 100 close the password. */
    failedLogIns: integer().notNull().default(0),
    /** Missed security codes in a row, over all codes and methods. @rule D-14 */
    missedCodes: integer().notNull().default(0),
    codesLockedUntil: instant(),
    /** Goes up with each change of the logon, and of what belongs to it; a change is stored over what was read alone. @adr 0037 */
    version: integer().notNull().default(0)
  },
  (table) => [
    uniqueIndex("logon_username_key").on(table.usernameKey),
    index("logon_email_digest_idx").on(table.emailDigest, table.createdAt),
    index("logon_phone_digest_idx").on(table.phoneDigest, table.createdAt),
    index("logon_status_idx").on(table.status, table.createdAt)
  ]
)

export const logonSensitivity = {
  id: "open",
  username: "personal",
  usernameKey: "personal",
  passwordHash: "secret",
  passwordHashes: "sealed",
  passwordChangedAt: "open",
  secretQuestion: "personal",
  secretAnswerHash: "secret",
  pinHash: "secret",
  profile: "sealed",
  emailDigest: "secret",
  phoneDigest: "secret",
  locale: "open",
  taxProfessional: "open",
  termsVersion: "open",
  termsAcceptedAt: "open",
  termsAccepted: "open",
  status: "open",
  createdAt: "open",
  activatedAt: "open",
  frozenAt: "open",
  failedLogIns: "open",
  missedCodes: "open",
  codesLockedUntil: "open",
  version: "open"
} satisfies SensitivityOf<typeof logonTable>
