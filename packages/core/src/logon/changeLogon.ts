import type { DateTime } from "effect"
import { endLogOns, endLinks } from "./endLogOns.ts"
import type { Keys } from "./Keys.ts"
import type { Before, Logon, LogonChange, NotMePart } from "./Logon.ts"
import type { Undo } from "./LogonEvent.ts"

/** Puts parts of a logon in the place of what was. A new password forgets the wrong ones. @rule D-48 */
export const changeLogon = (
  logon: Logon,
  keys: Keys["Service"],
  { passwordHashes, pinHash, profile, secretQuestion }: LogonChange,
  now: DateTime.Utc
): Logon => {
  const { locale, ...own } = profile ?? { locale: logon.locale }
  const [passwordHash] = passwordHashes ?? []
  return {
    ...logon,
    ...("email" in own && {
      profile: keys.seal("profile", logon.id, own),
      emailDigest: keys.digestOf("email", own.email.toLowerCase()),
      phoneDigest: keys.digestOf("phone", own.phoneNumber),
      locale
    }),
    ...(passwordHashes !== undefined &&
      passwordHash !== undefined && {
        passwordHash,
        passwordHashes: keys.seal("passwordHashes", logon.id, passwordHashes),
        passwordChangedAt: now,
        failedLogIns: 0
      }),
    ...(pinHash !== undefined && { pinHash }),
    ...(secretQuestion !== undefined && {
      secretQuestion: secretQuestion.id,
      secretAnswerHash: secretQuestion.answerHash
    })
  }
}

/** What a part of a logon is now. */
const partOf = (logon: Logon, keys: Keys["Service"], part: NotMePart): Before | null => {
  switch (part) {
    case "profile":
    case "email":
      return { profile: { ...keys.open(logon.profile), locale: logon.locale } }
    case "password":
      return { passwordHashes: keys.open(logon.passwordHashes) }
    case "pin":
      return { pinHash: logon.pinHash }
    case "secret-question":
      return logon.secretAnswerHash === null
        ? {}
        : { secretQuestion: { id: logon.secretQuestion, answerHash: logon.secretAnswerHash } }
    case "two-step":
      return {
        ways: logon.methods.filter((way) => way.confirmedAt !== null && way.removedAt === null).map(({ id }) => id)
      }
    case "recovery-codes":
    case "logon":
      return null
  }
}

/** Keeps the code that puts a part of a logon back as it is now; it is mailed to where the logon is reached now. @rule D-26 */
export const keepUndo = (
  logon: Logon,
  keys: Keys["Service"],
  part: NotMePart,
  { notMeId: id, until: expiresAt }: Undo,
  now: DateTime.Utc
): Logon => {
  const was = partOf(logon, keys, part)
  const before = was === null ? null : keys.seal("before", id, was)
  const told = { grantId: null, channel: "email", receiverId: logon.id } as const
  const code = { id, part, ...told, before, codeDigest: keys.notMeDigestOf(id) }
  return { ...logon, notMeCodes: [...logon.notMeCodes, { ...code, createdAt: now, expiresAt, usedAt: null }] }
}

/** A part changes: the code that undoes it is kept, and whoever else is logged in, trusted or has a link is ended where it says so. */
export const changePartOf = (
  logon: Logon,
  keys: Keys["Service"],
  {
    change,
    endsOthers,
    part,
    undo
  }: {
    readonly change: LogonChange
    readonly part: NotMePart
    readonly undo: Undo
    readonly endsOthers: boolean
  },
  now: DateTime.Utc,
  but: string | null = null
): Logon => {
  const changed = changeLogon(keepUndo(logon, keys, part, undo, now), keys, change, now)
  return endsOthers ? endLogOns(endLinks(changed), now, but) : changed
}
