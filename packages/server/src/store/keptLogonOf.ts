import type { KeptLogon, LogonChange } from "@mtc-logon/core/profile"
import { Redacted } from "effect"
import * as Schema from "effect/Schema"
import type { logonTable } from "../database/logonTable.ts"
import type { Digests } from "../secrets/Digests.ts"
import type { Sealing } from "../secrets/Sealing.ts"
import { sealedJson } from "../secrets/sealedJson.ts"
import { sealedProfile } from "./ProfileJson.ts"

export type LogonRow = typeof logonTable.$inferSelect

const table = "logon"
const sealedHashes = sealedJson(Schema.Array(Schema.RedactedFromValue(Schema.String)))
const profilePlace = (row: string) => ({ table, column: "profile", row })
const hashesPlace = (row: string) => ({ table, column: "password_hashes", row })

/** A logon as far as its owner can change it, out of its row. */
export const keptLogonOf = (sealing: Sealing["Service"], row: LogonRow): KeptLogon => ({
  logonId: row.id,
  username: row.username,
  profile: { ...sealedProfile.open(sealing, profilePlace(row.id), row.profile), locale: row.locale },
  passwordHashes: sealedHashes.open(sealing, hashesPlace(row.id), row.passwordHashes),
  secretQuestion: row.secretQuestion
})

/** The columns of a logon that a change puts something else in. */
export const changedColumns = (
  sealing: Sealing["Service"],
  digests: Digests["Service"],
  logonId: string,
  { passwordHashes, pinHash, profile, secretQuestion }: LogonChange,
  at: Date
): Partial<LogonRow> => {
  const { locale, ...said } = profile ?? { locale: undefined }
  return {
    ...(profile !== undefined &&
      locale !== undefined && {
        profile: sealedProfile.seal(sealing, profilePlace(logonId), said as never),
        emailDigest: digests.of("email", profile.email.toLowerCase()),
        phoneDigest: digests.of("phone", profile.phoneNumber),
        locale
      }),
    ...(passwordHashes !== undefined && {
      passwordHash: Redacted.value(passwordHashes[0]!),
      passwordHashes: sealedHashes.seal(sealing, hashesPlace(logonId), passwordHashes),
      passwordChangedAt: at,
      failedLogIns: 0
    }),
    ...(pinHash !== undefined && { pinHash: Redacted.value(pinHash) }),
    ...(secretQuestion !== undefined && {
      secretQuestion: secretQuestion.id,
      secretAnswerHash: Redacted.value(secretQuestion.answerHash)
    })
  }
}
