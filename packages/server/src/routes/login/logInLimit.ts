import { LogInError } from "@mtc-logon/core/login"
import { RuleSets } from "@mtc-logon/core/decisions"
import { DateTime, Effect } from "effect"
import type { Context } from "hono"
import { RateLimits } from "../../limits/RateLimits.ts"
import type { CallerOf } from "../limited.ts"

/**
 * Closes a username to the network from which too many wrong passwords came for it.
 *
 * **Details**
 *
 * Counted for every username, whether somebody has it or not. A try takes its place before the password is looked at, so
 * that fifty at once are five; the right password gives the place back.
 *
 * **Gotchas**
 *
 * By username and network: an attacker elsewhere locks nobody out of their own logon.
 */
export const logInLimit = (callerOf: CallerOf) => ({
  guard:
    (c: Context, username: string) =>
    <A, E, R>(work: Effect.Effect<A, E, R>) =>
      Effect.gen(function* () {
        const { policy } = yield* (yield* RuleSets).inForce(yield* DateTime.now)
        const { maxFailures, windowMinutes } = policy.logIn
        const limit = { name: "log-in-failures", uses: maxFailures, window: `${windowMinutes} minutes` } as const
        const whose = `${username}\0${callerOf(c).network}`
        const limits = yield* RateLimits
        const place = yield* limits.use(limit, whose)
        if (!place.allowed) {
          return yield* new LogInError({ reason: { _tag: "LogInLocked", retryAt: place.retryAt } })
        }
        const done = yield* work
        yield* limits.clear(limit, whose)
        return done
      })
})
