import { LogInError, LogIns } from "@mtc-logon/core/login"
import { RuleSets } from "@mtc-logon/core/decisions"
import { DateTime, Effect, Exit } from "effect"
import type { Cause } from "effect"
import type { Context } from "hono"
import { deviceCookie } from "../../http/sessionCookie.ts"
import type { houseLimits } from "../../limits/houseLimits.ts"
import { RateLimits } from "../../limits/RateLimits.ts"
import type { RateLimit } from "../../limits/RateLimits.ts"
import type { CallerOf } from "../limited.ts"

const isWrongPassword = <E>({ reasons }: Cause.Cause<E>) =>
  reasons.some(
    (each) =>
      each._tag === "Fail" &&
      each.error instanceof LogInError &&
      (each.error.reason._tag === "LogInFailed" || each.error.reason._tag === "PasswordWrong")
  )

/**
 * Closes a username to the network from which too many wrong passwords came for it.
 *
 * **Details**
 *
 * Counted for every username, whether somebody has it or not. A try takes its place before the password is looked at, so
 * that fifty at once are five, and a day has so many, so that no network alone closes a password for good (D-48). A log-in
 * gives all places back; one that failed for any reason but a wrong password gives its
 * own back.
 *
 * **Gotchas**
 *
 * By username and network: an attacker elsewhere locks nobody out of their own logon. A device that is trusted for the
 * username has places of its own: an attacker on the same network takes none of them.
 */
export const logInLimit = ({ failedLogIns }: ReturnType<typeof houseLimits>, callerOf: CallerOf) => {
  const guardAs = Effect.fnUntraced(function* <A, E, R>(whose: string, work: Effect.Effect<A, E, R>) {
    const { policy } = yield* (yield* RuleSets).inForce(yield* DateTime.now)
    const { maxFailures, windowMinutes } = policy.logIn
    const inWindow = { name: "log-in-failures", uses: maxFailures, window: `${windowMinutes} minutes` } as const
    const limits = yield* RateLimits
    for (const limit of [inWindow, failedLogIns]) {
      const place = yield* limits.use(limit, whose)
      if (!place.allowed) {
        return yield* new LogInError({ reason: { _tag: "LogInLocked", retryAt: place.retryAt } })
      }
    }
    const each = (change: (limit: RateLimit, whose: string) => Effect.Effect<void>) =>
      Effect.forEach([inWindow, failedLogIns], (limit) => change(limit, whose), { discard: true })
    return yield* Effect.onExit(work, (exit) => {
      if (Exit.isSuccess(exit)) return each(limits.clear)
      // Where not even that can be stored, what is answered is why the work failed.
      return isWrongPassword(exit.cause) ? Effect.void : Effect.ignoreCause(each(limits.giveBack))
    })
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
