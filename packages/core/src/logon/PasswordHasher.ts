import { Context, Data } from "effect"
import type { Effect, Redacted } from "effect"

/** As many hashes as the server can hold are waiting already; try again in a moment. */
export class HashingBusy extends Data.TaggedError("HashingBusy")<{}> {}

/**
 * Hashes what a person proves that they know: password, secret answer, PIN.
 *
 * **Gotchas**
 *
 * An implementation must hash and compare the `passwordKey` of a password, not the password itself. @rule D-64
 */
export class PasswordHasher extends Context.Service<
  PasswordHasher,
  {
    readonly hash: (secret: Redacted.Redacted) => Effect.Effect<Redacted.Redacted, HashingBusy>
    /**
     * Whether the secret is the one that was hashed.
     *
     * **Gotchas**
     *
     * Without a hash (nobody has this username) it does the same work and says no.
     */
    readonly matches: (secret: Redacted.Redacted, hash: Redacted.Redacted | null) => Effect.Effect<boolean, HashingBusy>
  }
>()("core/logon/PasswordHasher") {}
