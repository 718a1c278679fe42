import { Keys } from "@mtc-logon/core/logon"
import type { Before, SealedParts } from "@mtc-logon/core/logon"
import { Effect, Layer, Redacted } from "effect"
import * as Schema from "effect/Schema"
import { Derived, randomToken } from "../secrets/Derived.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { newRecoveryCode } from "../secrets/newRecoveryCode.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { appLinkOf, newAppSecret, stepsOfCode } from "../secrets/stepsOfCode.ts"
import { ProfileJson } from "./ProfileJson.ts"
import { fromSealed, toSealed } from "./SealedBytes.ts"

const Secret = Schema.RedactedFromValue(Schema.String)

/** What was before a change: parts of a logon, or the ids of ways. */
const BeforeJson = Schema.Union([
  Schema.Array(Schema.String),
  Schema.Struct({
    profile: Schema.optionalKey(Schema.Struct({ ...ProfileJson.fields, locale: Schema.String })),
    passwordHashes: Schema.optionalKey(Schema.Array(Secret)),
    pinHash: Schema.optionalKey(Secret),
    secretQuestion: Schema.optionalKey(Schema.Struct({ id: Schema.String, answerHash: Secret }))
  })
])

const before = {
  encode: Schema.encodeSync(BeforeJson),
  decode: Schema.decodeUnknownSync(BeforeJson)
}
const hashes = Schema.Array(Secret)

/** The column that a part of a logon stands in. */
export const columnOf = {
  profile: { table: "logon", column: "profile" },
  passwordHashes: { table: "logon", column: "password_hashes" },
  target: { table: "two_step_method", column: "target" },
  email: { table: "email_change", column: "email" },
  before: { table: "not_me_code", column: "before" }
} as const

/** What a part is as a text, and back. */
const texts: {
  readonly [P in keyof SealedParts]: {
    readonly write: (value: SealedParts[P]) => Redacted.Redacted | string
    readonly read: (text: Redacted.Redacted) => SealedParts[P]
  }
} = {
  profile: {
    write: (value) => JSON.stringify(Schema.encodeSync(ProfileJson)(value)),
    read: (text) => Schema.decodeUnknownSync(ProfileJson)(JSON.parse(Redacted.value(text)))
  },
  passwordHashes: {
    write: (value) => JSON.stringify(Schema.encodeSync(hashes)(value)),
    read: (text) => Schema.decodeUnknownSync(hashes)(JSON.parse(Redacted.value(text)))
  },
  target: { write: (value) => value, read: (text) => text },
  email: { write: (value) => value, read: (text) => text },
  before: {
    write: (value) => JSON.stringify(before.encode("ways" in value ? value.ways : value)),
    read: (text): Before => {
      const was = before.decode(JSON.parse(Redacted.value(text)))
      return "length" in was ? { ways: was } : was
    }
  }
}

/** What a change of a logon needs the server's secrets for. */
export const keysLayer = Layer.effect(
  Keys,
  Effect.gen(function* () {
    const derived = yield* Derived
    const digests = yield* Digests
    const ids = yield* Ids
    const sealing = yield* Sealing
    return Keys.of({
      makeId: ids.make,
      makeToken: randomToken,
      makeRecoveryCode: newRecoveryCode,
      makeApp: (username) => {
        const secret = newAppSecret()
        return { secret, ...appLinkOf(secret, username) }
      },
      digestOf: digests.of,
      digestsOf: digests.allOf,
      notMeDigestOf: (id) => digests.of("token", derived.notMeCodes(id)[0]!),
      isSecurityCode: derived.isSecurityCode,
      readLink: derived.readLinkToken,
      stepsOfCode,
      seal: (part, row, value) =>
        toSealed({ part, row, bytes: sealing.seal({ ...columnOf[part], row }, texts[part].write(value)) }),
      open: (sealed) => {
        const { bytes, part, row } = fromSealed(sealed)
        return texts[part].read(sealing.open({ ...columnOf[part], row }, bytes)) as never
      }
    })
  })
)
