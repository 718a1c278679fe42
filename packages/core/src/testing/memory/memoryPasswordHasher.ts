import { Effect, Redacted } from "effect"
import { passwordKey } from "../../logon/passwordKey.ts"
import { PasswordHasher } from "../../logon/PasswordHasher.ts"

/** No hash at all: what it was made of can be read. */
export const hashed = (secret: Redacted.Redacted): Redacted.Redacted =>
  Redacted.make(`not-a-hash:${passwordKey(Redacted.value(secret))}`)

/** Fast, and plainly none: it keeps what it was given. */
export const memoryPasswordHasher = PasswordHasher.of({
  hash: (secret) => Effect.succeed(hashed(secret)),
  matches: (secret, hash) => Effect.succeed(hash !== null && Redacted.value(hash) === Redacted.value(hashed(secret)))
})
