import { Effect, Predicate } from "effect"
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

type Taken = ReadonlyArray<readonly [limit: RateLimit, whose: string]>

const giveBackAll = (taken: Taken) =>
  Effect.flatMap(RateLimits, ({ giveBack }) =>
    Effect.forEach(taken, ([limit, whose]) => giveBack(limit, whose), { discard: true })
  )

/**
 * Does work that takes one use of each of these limits, and gives them back where it failed for any reason but these, or
 * where a later one is used up.
 *
 * **Gotchas**
 *
 * At the edge of a limit the work is refused before anybody can say what it would have been.
 */
export const limitedWhere =
  (limits: Taken, counted: ReadonlyArray<string>) =>
  <A, E extends { readonly _tag: string; readonly reason?: unknown }, R>(work: Effect.Effect<A, E, R>) =>
    Effect.forEach(
      limits,
      ([limit, whose], at) => Effect.tapError(limitedTo(limit, whose), () => giveBackAll(limits.slice(0, at))),
      { discard: true }
    ).pipe(
      Effect.andThen(
        Effect.tapError(work, ({ reason }) =>
          Predicate.hasProperty(reason, "_tag") && counted.includes(String(reason._tag))
            ? Effect.void
            : giveBackAll(limits)
        )
      )
    )

/** The same for the address that calls; a network of volunteer tax sites may more. */
export const limitedByAddress = (limit: RateLimit, { address, isShared }: ClientAddress) =>
  limitedTo(isShared ? forShared(limit) : limit, address)
