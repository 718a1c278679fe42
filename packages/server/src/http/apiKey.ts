import { ApiKeys } from "@mtc-logon/core/partner"
import type { ApiKeyScope } from "@mtc-logon/core/partner"
import { Effect, Redacted } from "effect"
import type { Context } from "hono"
import { HttpError } from "./HttpError.ts"

const refused = new HttpError({ reason: { _tag: "ApiKeyRefused" } })

/**
 * The key that a call comes with, where it may do this: `Authorization: Bearer mtck_...`.
 *
 * **Details**
 *
 * Without a key, with one that nobody has and with one that was revoked the answer is the same.
 */
export const apiKey = Effect.fnUntraced(function* (c: Context, scope: ApiKeyScope) {
  const secret = /^Bearer (mtck_[\w-]{43})$/.exec(c.req.header("authorization") ?? "")?.[1]
  if (secret === undefined) return yield* refused
  const key = yield* (yield* ApiKeys).find(Redacted.make(secret))
  if (key === null) return yield* refused
  if (!key.scopes.includes(scope)) return yield* new HttpError({ reason: { _tag: "ScopeMissing" } })
  return key
})
