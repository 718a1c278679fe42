import { LogInError, trustedDeviceOf } from "@mtc-logon/core/login"
import { RuleSets } from "@mtc-logon/core/questions"
import { DateTime, Effect, Exit } from "effect"
import type { Cause } from "effect"
import type { Context } from "hono"
import { HttpError } from "../../http/HttpError.ts"
import { deviceCookie } from "../../http/sessionCookie.ts"
import { attemptUnder } from "../../limits/attemptUnder.ts"
import type { AttemptRefused } from "../../limits/attemptUnder.ts"
import type { ClientAddress } from "../../limits/clientAddress.ts"
import { houseLimits } from "../../limits/houseLimits.ts"
import { ServerConfig } from "../../ServerConfig.ts"

const isWrongPassword = <E>({ reasons }: Cause.Cause<E>) =>
  reasons.some(
    (each) =>
      each._tag === "Fail" &&
      each.error instanceof LogInError &&
      (each.error.reason._tag === "LogInFailed" || each.error.reason._tag === "PasswordWrong")
  )

const outcomeOf = (exit: Exit.Exit<unknown, unknown>) => {
  if (Exit.isSuccess(exit)) return "success"
  return isWrongPassword(exit.cause) ? "failure" : "none"
}

const refusal = ({ limit, retryAt }: AttemptRefused) =>
  limit === "reached"
    ? new LogInError({ reason: { _tag: "LogInLocked", retryAt } })
    : new HttpError({ reason: { _tag: "Busy", retryAt } })

const guardAs = Effect.fnUntraced(function* <A, E, R>(whose: string, work: Effect.Effect<A, E, R>) {
  const { policy } = yield* (yield* RuleSets).inForce(yield* DateTime.now)
  const { maxFailures, windowMinutes } = policy.logIn
  const inWindow = { name: "log-in-failures", uses: maxFailures, window: `${windowMinutes} minutes` } as const
  const { failedLogIns } = houseLimits(yield* ServerConfig)
  return yield* attemptUnder([inWindow, failedLogIns], whose, refusal)(work, outcomeOf)
})

/**
 * Closes a username to the network from which too many wrong passwords came for it.
 *
 * **Details**
 *
 * Counted for every username, whether somebody has it or not. A try takes its place before the password is looked at, so
 * that fifty at once are five, and a day has so many, so that no network alone closes a password for good (D-48). A log-in
 * gives all places back; one that failed for any reason but a wrong password gives its own back. One that is still looked
 * at is no failure: the next waits for it a while, and is told to come again in a second.
 *
 * **Gotchas**
 *
 * By username and network: an attacker elsewhere locks nobody out of their own logon. A device that is trusted for the
 * username has places of its own: an attacker on the same network takes none of them.
 */
export const logInLimit = {
  guard:
    (c: Context, { network }: ClientAddress, username: string) =>
    <A, E, R>(work: Effect.Effect<A, E, R>) =>
      Effect.gen(function* () {
        const device = yield* trustedDeviceOf(username, deviceCookie.read(c))
        const from = device === null ? network : `device:${device}`
        return yield* guardAs(`${username}\0${from}`, work)
      }),
  /** The same for the password that a session asks for again. */
  guardSession:
    ({ network }: ClientAddress, logonId: string) =>
    <A, E, R>(work: Effect.Effect<A, E, R>) =>
      guardAs(`session:${logonId}\0${network}`, work)
}
