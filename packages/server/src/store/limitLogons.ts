import { LogonRequestError } from "@mtc-logon/core/logon-request"
import { Effect } from "effect"
import type { Db } from "../database/Database.ts"
import { houseLimits } from "../limits/houseLimits.ts"
import { RateLimits } from "../limits/RateLimits.ts"
import type { RateLimit } from "../limits/RateLimits.ts"
import { ServerConfig } from "../ServerConfig.ts"

/** The part of a profile that is counted. */
interface Contact {
  readonly email: string
  readonly phoneNumber?: string
}

/**
 * Takes a place for one more logon with this e-mail address and this phone; fails with when to come again.
 *
 * **Details**
 *
 * In the transaction that gives them to the logon: a submit that is refused or repeated takes none, and of ten at once no more
 * are made than the limit says.
 */
export const limitLogons = Effect.gen(function* () {
  const { useIn } = yield* RateLimits
  const limits = houseLimits(yield* ServerConfig)

  const take = Effect.fnUntraced(function* (tx: Db, limit: RateLimit, whose: string) {
    const place = yield* useIn(tx, limit, whose)
    if (place.allowed) return
    return yield* new LogonRequestError({ reason: { _tag: "TooManyRequests", retryAt: place.retryAt } })
  })

  return Effect.fnUntraced(function* (tx: Db, { email, phoneNumber }: Contact) {
    yield* take(tx, limits.logonsPerEmail, email.toLowerCase())
    if (phoneNumber !== undefined) yield* take(tx, limits.logonsPerPhone, phoneNumber)
  })
})
