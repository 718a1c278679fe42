import {
  browsers,
  codePurposes,
  codeStates,
  linkStates,
  logonStatuses,
  recoveryCodeStates,
  sessionLevels,
  sessionStates,
  systems,
  twoStepKinds
} from "@mtc-logon/core/logon"
import { sql } from "drizzle-orm"
import { bigint, boolean, index, integer, jsonb, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { instant, open, personal, sealed, secret, table } from "./columns.ts"

/** One row per logon: reserved at submit, approved by processing, active from its first log-in. @rule D-32 */
export const logonTable = table(
  "logon",
  {
    id: uuid().primaryKey(),
    /** As typed; never changed. @rule D-18 */
    username: personal(text()).notNull(),
    /** NFKC, case-folded: what is unique. */
    usernameKey: personal(text()).notNull(),
    /** argon2id, PHC string. */
    passwordHash: secret(text()).notNull(),
    /** Hashes of the last passwords, as JSON: none of them may be chosen again. @rule D-19 */
    passwordHashes: sealed().notNull(),
    passwordChangedAt: instant().notNull(),
    /** Id of the question, of a fixed list. */
    secretQuestion: personal(text()).notNull(),
    secretAnswerHash: secret(text()).notNull(),
    pinHash: secret(text()).notNull(),
    /** Name, e-mail and phone, as JSON. */
    profile: sealed().notNull(),
    /** Keyed digest of the e-mail address, for recovery and for counting. */
    emailDigest: secret(text()).notNull(),
    /** Keyed digest of the phone number, for counting. */
    phoneDigest: secret(text()).notNull(),
    /** BCP 47: the language of what is sent. */
    locale: open(text()).notNull(),
    taxProfessional: boolean().notNull(),
    termsVersion: open(text()).notNull(),
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
    status: text({ enum: logonStatuses }).notNull(),
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
  (own) => [
    uniqueIndex("logon_username_key").on(own.usernameKey),
    index("logon_email_digest_idx").on(own.emailDigest, own.createdAt),
    index("logon_phone_digest_idx").on(own.phoneDigest, own.createdAt),
    index("logon_status_idx").on(own.status, own.createdAt)
  ]
)

/** One row per way to get security codes, from its set-up on; `removedAt` ends it. @rule D-14 */
export const twoStepMethodTable = table(
  "two_step_method",
  {
    id: uuid().primaryKey(),
    logonId: uuid()
      .notNull()
      .references(() => logonTable.id),
    kind: text({ enum: twoStepKinds }).notNull(),
    /** E-mail address or phone number; the app's secret; the passkey's public key, id and counter, as JSON. */
    target: sealed().notNull(),
    /** Keyed digest of the address or number, for counting what is sent to it; null for an app or a passkey. */
    targetDigest: secret(text()),
    /** An app's last used time step: a code works once. */
    lastTimeStep: bigint({ mode: "number" }),
    createdAt: instant().notNull(),
    confirmedAt: instant(),
    removedAt: instant()
  },
  (own) => [index("two_step_method_logon_idx").on(own.logonId)]
)

/**
 * One row per security code that was sent, and per challenge that a passkey is to sign. Code and challenge are HMAC(code
 * key, id): nothing of them is stored.
 *
 * @rule D-14 @rule D-49
 */
export const securityCodeTable = table(
  "security_code",
  {
    id: uuid().primaryKey(),
    logonId: uuid()
      .notNull()
      .references(() => logonTable.id),
    methodId: uuid()
      .notNull()
      .references(() => twoStepMethodTable.id),
    /** A code works only for what it was sent for. */
    purpose: text({ enum: codePurposes }).notNull(),
    /** Keyed digest of the session that asked for it; of a recovery the id of its link. */
    sessionDigest: secret(text()),
    /** Keyed digest of the address it went to, for counting; empty for a challenge, which goes nowhere. */
    targetDigest: secret(text()).notNull(),
    state: text({ enum: codeStates }).notNull(),
    failures: integer().notNull().default(0),
    sentAt: instant().notNull(),
    expiresAt: instant().notNull(),
    confirmedAt: instant()
  },
  (own) => [
    index("security_code_logon_idx").on(own.logonId, own.sentAt),
    index("security_code_target_idx").on(own.targetDigest, own.sentAt),
    uniqueIndex("security_code_open_key")
      .on(own.methodId, own.purpose)
      .where(sql`${own.state} = 'open'`)
  ]
)

/** One row per recovery code; what it is, only its owner has. @rule D-49 */
export const recoveryCodeTable = table(
  "recovery_code",
  {
    id: uuid().primaryKey(),
    logonId: uuid()
      .notNull()
      .references(() => logonTable.id),
    /** Keyed digest of the code: its 80 bits need no slow hash. */
    codeDigest: secret(text()).notNull(),
    /** `replaced`: newer ones were made. */
    state: text({ enum: recoveryCodeStates }).notNull(),
    createdAt: instant().notNull(),
    usedAt: instant()
  },
  (own) => [
    uniqueIndex("recovery_code_digest_key").on(own.codeDigest),
    index("recovery_code_logon_idx").on(own.logonId)
  ]
)

/** One row per session, from the right password on. A new level has a new row: the old id is dead. */
export const sessionTable = table(
  "session",
  {
    /** Keyed digest of the cookie's id. */
    idDigest: secret(text()).primaryKey(),
    logonId: uuid()
      .notNull()
      .references(() => logonTable.id),
    /** What was proved: the password alone, or a second step too. */
    level: text({ enum: sessionLevels }).notNull(),
    /** What the person has to do next. */
    state: text({ enum: sessionStates }).notNull(),
    /** When the password was last typed: some changes ask for it again. */
    passwordAt: instant().notNull(),
    /** The trusted device that it was opened by, or that was trusted in it: it ends with that one. @rule D-15 */
    deviceId: uuid().references(() => trustedDeviceTable.id, { onDelete: "set null" }),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant()
  },
  (own) => [
    index("session_logon_idx").on(own.logonId),
    index("session_live_idx")
      .on(own.logonId)
      .where(sql`${own.endedAt} is null`),
    index("session_expires_at_idx").on(own.expiresAt),
    index("session_device_idx").on(own.deviceId)
  ]
)

/** One row per browser that a person trusts; its tokens, one at each use, are `trustedDeviceTokenTable`. @rule D-15 */
export const trustedDeviceTable = table(
  "trusted_device",
  {
    id: uuid().primaryKey(),
    logonId: uuid()
      .notNull()
      .references(() => logonTable.id),
    /** Browser and system, by the last words of their wording ids: `firefox`, `linux`. */
    browser: personal(text({ enum: browsers })).notNull(),
    system: personal(text({ enum: systems })).notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant()
  },
  (own) => [index("trusted_device_logon_idx").on(own.logonId)]
)

/**
 * One row per token of a trusted device, the newest and all before it: one that comes back after its grace was copied.
 *
 * @rule D-15
 */
export const trustedDeviceTokenTable = table(
  "trusted_device_token",
  {
    /** Keyed digest of the token. */
    tokenDigest: secret(text()).primaryKey(),
    deviceId: uuid()
      .notNull()
      .references(() => trustedDeviceTable.id, { onDelete: "cascade" }),
    createdAt: instant().notNull(),
    /** When the next one took its place; null: it is the newest. */
    replacedAt: instant()
  },
  (own) => [index("trusted_device_token_device_idx").on(own.deviceId)]
)

/** One row per link of a forgotten password. The code is HMAC(link key, id): nothing of it is stored. @rule D-47 */
export const recoveryTable = table(
  "recovery",
  {
    id: uuid().primaryKey(),
    logonId: uuid()
      .notNull()
      .references(() => logonTable.id),
    state: text({ enum: linkStates }).notNull(),
    /** When an answer was wrong, RFC 3339, oldest first. */
    missesAt: jsonb().$type<ReadonlyArray<string>>().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant()
  },
  (own) => [
    index("recovery_logon_idx").on(own.logonId, own.createdAt),
    uniqueIndex("recovery_open_key")
      .on(own.logonId)
      .where(sql`${own.state} = 'open'`)
  ]
)

/** One row per link that was mailed to a new address. The code is HMAC(link key, id): nothing of it is stored. */
export const emailChangeTable = table(
  "email_change",
  {
    id: uuid().primaryKey(),
    logonId: uuid()
      .notNull()
      .references(() => logonTable.id),
    /** The new address. */
    email: sealed().notNull(),
    state: text({ enum: linkStates }).notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant()
  },
  (own) => [
    index("email_change_logon_idx").on(own.logonId),
    uniqueIndex("email_change_open_key")
      .on(own.logonId)
      .where(sql`${own.state} = 'open'`)
  ]
)
