import { LogInError, LogIns } from "@mtc-logon/core/login"
import { RuleSets } from "@mtc-logon/core/decisions"
import { DateTime, Effect } from "effect"
import type { Context } from "hono"
import { deviceCookie } from "../../http/sessionCookie.ts"
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
 * By username and network: an attacker elsewhere locks nobody out of their own logon. A device that is trusted for the
 * username has places of its own: an attacker on the same network takes none of them.
 */
export const logInLimit = (callerOf: CallerOf) => {
  const guardAs = Effect.fnUntraced(function* <A, E, R>(whose: string, work: Effect.Effect<A, E, R>) {
    const { policy } = yield* (yield* RuleSets).inForce(yield* DateTime.now)
    const { maxFailures, windowMinutes } = policy.logIn
    const limit = { name: "log-in-failures", uses: maxFailures, window: `${windowMinutes} minutes` } as const
    const limits = yield* RateLimits
    const place = yield* limits.use(limit, whose)
    if (!place.allowed) {
      return yield* new LogInError({ reason: { _tag: "LogInLocked", retryAt: place.retryAt } })
    }
    const done = yield* work
    yield* limits.clear(limit, whose)
    return done
  })

  return {
    guard:
      (c: Context, username: string) =>
      <A, E, R>(work: Effect.Effect<A, E, R>) =>
        Effect.gen(function* () {
          const now = yield* DateTime.now
          const device = yield* (yield* LogIns).trustedDeviceOf(username, deviceCookie.read(c), now)
          const from = device === null ? callerOf(c).network : `device:${device}`
          return yield* guardAs(`${username}\0${from}`, work)
        }),
    /** The same for the password that a session asks for again. */
    guardSession:
      (c: Context, logonId: string) =>
      <A, E, R>(work: Effect.Effect<A, E, R>) =>
        guardAs(`session:${logonId}\0${callerOf(c).network}`, work)
  }
}
