import { Context } from "effect"
import type { Effect, Redacted } from "effect"
import type { ApiKey } from "./ApiKey.ts"

/** Stores the API keys of applications. */
export class ApiKeys extends Context.Service<
  ApiKeys,
  {
    /** Returns the key with this secret; null if there is none or it was revoked. */
    readonly find: (secret: Redacted.Redacted) => Effect.Effect<ApiKey | null>
    /** Adds a key and returns it. If the secret already exists, its key stays as it is, even if it was revoked. */
    readonly keep: (key: Pick<ApiKey, "name" | "scopes">, secret: Redacted.Redacted) => Effect.Effect<ApiKey>
    /** All keys, oldest first, including revoked ones. */
    readonly list: Effect.Effect<ReadonlyArray<ApiKey>>
    /** Makes a key invalid; returns false if no valid key has this id. */
    readonly revoke: (id: string) => Effect.Effect<boolean>
  }
>()("core/partner/ApiKeys") {}
