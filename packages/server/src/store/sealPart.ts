import type { ProfilePart } from "@mtc-logon/core/profile"
import * as Schema from "effect/Schema"
import type { Digests } from "../secrets/Digests.ts"
import type { Sealing } from "../secrets/Sealing.ts"
import { sealedJson } from "../secrets/sealedJson.ts"
import { changedColumns, keptLogonOf } from "./keptLogonOf.ts"
import type { LogonRow } from "./keptLogonOf.ts"
import { ProfileJson } from "./ProfileJson.ts"

const Secret = Schema.RedactedFromValue(Schema.String)

const Before = Schema.Struct({
  profile: Schema.optionalKey(Schema.Struct({ ...ProfileJson.fields, locale: Schema.String })),
  passwordHashes: Schema.optionalKey(Schema.Array(Secret)),
  pinHash: Schema.optionalKey(Secret),
  secretQuestion: Schema.optionalKey(Schema.Struct({ id: Schema.String, answerHash: Secret }))
})

const sealedBefore = sealedJson(Before)
const placeOf = (row: string) => ({ table: "not_me_code", column: "before", row })

const secretOf = Schema.decodeSync(Secret)

const profileParts: ReadonlyArray<string> = [
  "profile",
  "email",
  "password",
  "pin",
  "secret-question"
] satisfies ReadonlyArray<ProfilePart>

/** Whether what a code puts back stands in the logon's own row. */
export const isProfilePart = (part: string): part is ProfilePart => profileParts.includes(part)

/** What a part of a logon is, sealed: kept until it can no longer be put back. */
export const sealPart = (sealing: Sealing["Service"], codeId: string, part: ProfilePart, row: LogonRow): Uint8Array => {
  const { passwordHashes, profile } = keptLogonOf(sealing, row)
  const before = (): typeof Before.Type => {
    switch (part) {
      case "profile":
      case "email":
        return { profile }
      case "password":
        return { passwordHashes }
      case "pin":
        return { pinHash: secretOf(row.pinHash) }
      case "secret-question":
        return { secretQuestion: { id: row.secretQuestion, answerHash: secretOf(row.secretAnswerHash) } }
    }
  }
  return sealedBefore.seal(sealing, placeOf(codeId), before())
}

/** What stood in the profile before the change that a code tells of; where the notice of it goes. */
export const profileBefore = (sealing: Sealing["Service"], codeId: string, before: Uint8Array) =>
  sealedBefore.open(sealing, placeOf(codeId), before).profile

/**
 * The columns that put a part back.
 *
 * **Gotchas**
 *
 * Address and the rest of a profile are put back apart: each has its own code, and whichever is used first undoes its own.
 */
export const columnsBefore = (
  sealing: Sealing["Service"],
  digests: Digests["Service"],
  code: { readonly id: string; readonly part: ProfilePart; readonly before: Uint8Array },
  row: LogonRow,
  at: Date
): Partial<LogonRow> => {
  const { profile: was, ...others } = sealedBefore.open(sealing, placeOf(code.id), code.before)
  const { profile: is } = keptLogonOf(sealing, row)
  const profile =
    was === undefined ? undefined : code.part === "email" ? { ...is, email: was.email } : { ...was, email: is.email }
  return changedColumns(sealing, digests, row.id, { ...others, ...(profile !== undefined && { profile }) }, at)
}
