import { createHmac } from "node:crypto"
import { availableParallelism } from "node:os"
import { hash, verify } from "@node-rs/argon2"
import { HashingBusy, PasswordHasher } from "@mtc-logon/core/logon"
import { passwordKey } from "@mtc-logon/core/logon/rules"
import { Effect, Layer, Redacted, Semaphore } from "effect"
import { ServerConfig } from "../ServerConfig.ts"
import { Keyring } from "./Keyring.ts"
import type { Key } from "./Keyring.ts"

/** What one argon2id hash costs: KiB of memory, passes over it, lanes. */
export interface HashCost {
  readonly memoryCost: number
  readonly timeCost: number
  readonly parallelism: number
}

/** OWASP's second choice: 19 MiB, two passes, one lane; argon2id is the package's default. */
export const productionHashCost: HashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Longer texts are no secrets of a person: they are not hashed. UTF-8 bytes. */
const longestBytes = 1_024

/** The pepper: a secret that argon2id mixes in and that the database does not hold. */
const pepperOf = ({ key }: Key): Buffer => createHmac("sha256", key).update("pepper").digest()

/**
 * argon2id with a pepper, two for each core at a time; as many as `HASH_QUEUE` wait, the next is told to come again.
 *
 * **Details**
 *
 * A hash is `1$argon2id$...`: the version of the digest key, then the PHC string.
 */
export const passwordHasherLayer = (cost: HashCost = productionHashCost) =>
  Layer.effect(
    PasswordHasher,
    Effect.gen(function* () {
      const { hashQueue } = yield* ServerConfig
      const { active, all } = yield* Keyring
      const atOnce = 2 * availableParallelism()
      const places = yield* Semaphore.make(atOnce)
      let inHand = 0

      const queued = <A>(work: () => Promise<A>): Effect.Effect<A, HashingBusy> =>
        Effect.suspend(() => {
          if (inHand >= atOnce + hashQueue) return Effect.fail(new HashingBusy())
          inHand += 1
          return Semaphore.withPermit(places, Effect.promise(work)).pipe(
            Effect.ensuring(
              Effect.sync(() => {
                inHand -= 1
              })
            )
          )
        })

      const hashUnder = (key: Key, secret: string) =>
        hash(secret, { ...cost, secret: pepperOf(key) }).then((phc) => `${key.version}${phc}`)

      const nobodys = yield* Effect.promise(() => hashUnder(active("digest"), "nobody's"))

      const isMatch = async (secret: string, stored: string): Promise<boolean> => {
        const at = stored.indexOf("$")
        const key = all("digest").find(({ version }) => String(version) === stored.slice(0, at))
        return key !== undefined && verify(stored.slice(at), secret, { secret: pepperOf(key) })
      }

      return PasswordHasher.of({
        hash: (secret) => {
          const text = passwordKey(Redacted.value(secret))
          if (Buffer.byteLength(text) > longestBytes) return Effect.die(new Error("A secret over 1,024 bytes"))
          return Effect.map(
            queued(() => hashUnder(active("digest"), text)),
            (hashed) => Redacted.make(hashed)
          )
        },
        matches: (secret, stored) => {
          const text = passwordKey(Redacted.value(secret))
          const possible = stored !== null && Buffer.byteLength(text) <= longestBytes
          return Effect.map(
            queued(() => isMatch(possible ? text : "", possible ? Redacted.value(stored) : nobodys)),
            (same) => possible && same
          )
        }
      })
    })
  )
