import { Keys } from "@mtc-logon/core/logon"
import type { LogonMethod } from "@mtc-logon/core/logon"
import { Passkeys } from "@mtc-logon/core/two-step"
import { Effect, Layer, Redacted } from "effect"
import * as Schema from "effect/Schema"
import { Derived } from "../secrets/Derived.ts"
import {
  creationOptions,
  newPasskeyOf,
  PasskeyJson,
  relyingPartyOf,
  requestOptions,
  signedPasskeyOf
} from "../secrets/RelyingParty.ts"
import { ServerConfig } from "../ServerConfig.ts"

/** Passkeys of this server: challenges are derived from the ids of their rows. */
export const passkeysLayer = Layer.effect(
  Passkeys,
  Effect.gen(function* () {
    const derived = yield* Derived
    const keys = yield* Keys
    const party = relyingPartyOf(yield* ServerConfig)
    const keptOf = ({ target }: LogonMethod) =>
      Schema.decodeUnknownSync(PasskeyJson)(JSON.parse(Redacted.value(keys.open(target))))

    return Passkeys.of({
      options: ({ challengeId, logonId, passkeys, purpose, timeoutMs, username }) => {
        const kept = passkeys.map(keptOf)
        const signs = derived.passkeyChallenge(challengeId)
        return purpose === "set-up"
          ? creationOptions(party, signs, { kept, logonId, timeoutMs, username })
          : requestOptions(party, signs, kept, timeoutMs)
      },
      signed: Effect.fnUntraced(function* ({ answered, challengeId, passkeys, purpose }) {
        const signs = derived.passkeyChallenges(challengeId)
        const signer =
          purpose === "set-up" ? passkeys[0] : passkeys.find((way) => keptOf(way).credentialId === answered["id"])
        if (signer === undefined) return null
        const kept = yield* purpose === "set-up"
          ? newPasskeyOf(party, signs, answered)
          : signedPasskeyOf(party, signs, keptOf(signer), answered)
        return kept === null ? null : { methodId: signer.id, target: Redacted.make(JSON.stringify(kept)) }
      })
    })
  })
)
