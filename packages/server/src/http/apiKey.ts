import { ApiKeys } from "@mtc-logon/core/partner"
import type { ApiKey, ApiKeyScope } from "@mtc-logon/core/partner"
import { Effect, Redacted } from "effect"
import type { Context } from "hono"
import { HttpError } from "./HttpError.ts"

const refused = new HttpError({ reason: { _tag: "ApiKeyRefused" } })

/**
 * The key that a call comes with: `Authorization: Bearer mtck_...`.
 *
 * **Details**
 *
 * Without a key, with one that nobody has and with one that was revoked the answer is the same.
 */
export const apiKey = Effect.fnUntraced(function* (c: Context) {
  const secret = /^Bearer (mtck_[\w-]{43})$/.exec(c.req.header("authorization") ?? "")?.[1]
  if (secret === undefined) return yield* refused
  const key = yield* (yield* ApiKeys).find(Redacted.make(secret))
  return key ?? (yield* refused)
})

/** The same key, where it may do this. */
export const withScope =
  (scope: ApiKeyScope) =>
  (key: ApiKey): Effect.Effect<ApiKey, HttpError> =>
    key.scopes.includes(scope) ? Effect.succeed(key) : Effect.fail(new HttpError({ reason: { _tag: "ScopeMissing" } }))
