import { Context } from "effect"
import type { Effect, Redacted } from "effect"
import type { ApiKey } from "./ApiKey.ts"

/** Keeps the keys of applications. */
export class ApiKeys extends Context.Service<
  ApiKeys,
  {
    /** The key of this secret; none where nobody has it, or it was revoked. */
    readonly find: (secret: Redacted.Redacted) => Effect.Effect<ApiKey | null>
    /** Adds a key; a secret that is there already keeps its key as it is, also where that was revoked. Answers the key. */
    readonly keep: (key: Pick<ApiKey, "name" | "scopes">, secret: Redacted.Redacted) => Effect.Effect<ApiKey>
    /** All of them, oldest first, those that were revoked among them. */
    readonly list: Effect.Effect<ReadonlyArray<ApiKey>>
    /** From now on the key opens nothing; false where there is none with this id that is good. */
    readonly revoke: (id: string) => Effect.Effect<boolean>
  }
>()("core/partner/ApiKeys") {}
