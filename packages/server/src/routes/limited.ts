import { Effect } from "effect"
import type { Context } from "hono"
import { HttpError } from "../http/HttpError.ts"
import type { ClientAddress } from "../limits/clientAddress.ts"
import { forShared } from "../limits/houseLimits.ts"
import { RateLimits } from "../limits/RateLimits.ts"
import type { RateLimit } from "../limits/RateLimits.ts"

/** Who calls, as the app's middleware found out. */
export type CallerOf = (c: Context) => ClientAddress

/** Takes one use of a limit for somebody, or so many; fails with when to come again. */
export const limitedTo = Effect.fnUntraced(function* (limit: RateLimit, whose: string, times = 1) {
  const answer = yield* (yield* RateLimits).use(limit, whose, times)
  if (!answer.allowed) {
    return yield* new HttpError({ reason: { _tag: "TooManyRequests", retryAt: answer.retryAt } })
  }
})

/** The same for the address that calls; a network of volunteer tax sites may more. */
export const limitedByAddress = (limit: RateLimit, { address, isShared }: ClientAddress) =>
  limitedTo(isShared ? forShared(limit) : limit, address)
