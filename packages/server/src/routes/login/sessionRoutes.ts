import { logIn, logOut, resendActivation } from "@mtc-logon/core/login"
import { usernameKey } from "@mtc-logon/core/logon"
import { Effect, Redacted } from "effect"
import * as Schema from "effect/Schema"
import { Hono } from "hono"
import type { Context } from "hono"
import type { Answer } from "../../http/answer.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import { readJson } from "../../http/readJson.ts"
import { deviceCookie, sessionCookie } from "../../http/sessionCookie.ts"
import type { houseLimits } from "../../limits/houseLimits.ts"
import type { CallerOf } from "../limited.ts"
import { limitedByAddress } from "../limited.ts"
import type { Ports } from "../Ports.ts"
import { currentSession } from "./currentSession.ts"
import { logInLimit } from "./logInLimit.ts"
import { sessionSeconds } from "./sessionSeconds.ts"

const Credentials = { username: Schema.String, password: Schema.String }
const readLogIn = readJson(Schema.Struct({ ...Credentials, activationCode: Schema.optionalKey(Schema.String) }))
const readResend = readJson(Schema.Struct(Credentials))

/**
 * `POST /v1/sessions`: 201 with where the log-in stands and a `__Host-` cookie, or a problem without one.
 * `DELETE /v1/sessions/current`: 204. `POST /v1/activations/resend`: 202.
 *
 * **Gotchas**
 *
 * A session that was there before is ended: a new log-in has a new id (no fixation).
 */
export const sessionRoutes = (answer: Answer<Ports>, limits: ReturnType<typeof houseLimits>, callerOf: CallerOf) => {
  const failed = logInLimit(callerOf)
  const limitCaller = (c: Context, withCode: boolean) =>
    Effect.andThen(
      limitedByAddress(limits.logIn, callerOf(c)),
      withCode ? limitedByAddress(limits.activation, callerOf(c)) : Effect.void
    )

  return new Hono<HttpEnv>()
    .post("/sessions", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { activationCode, password, username } = yield* readLogIn(c)
          yield* limitCaller(c, activationCode !== undefined)
          const who = usernameKey(username)
          const before = sessionCookie.read(c)
          const { answer: view, token } = yield* logIn(username, Redacted.make(password), {
            activationCode: activationCode === undefined ? null : Redacted.make(activationCode),
            trustedDevice: deviceCookie.read(c) ?? null
          }).pipe(failed.guard(c, who))
          if (before !== undefined) {
            yield* currentSession(c, "password").pipe(
              Effect.flatMap(logOut),
              Effect.catchTag("LogInError", () => Effect.void)
            )
          }
          if (token !== null) sessionCookie.write(c, token, yield* sessionSeconds)
          return c.json(view, 201)
        })
      )
    )
    .delete("/sessions/current", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          yield* logOut(yield* currentSession(c, "password"))
          sessionCookie.clear(c)
          return c.body(null, 204)
        })
      )
    )
    .post("/activations/resend", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { password, username } = yield* readResend(c)
          yield* limitCaller(c, true)
          yield* resendActivation(username, Redacted.make(password)).pipe(failed.guard(c, usernameKey(username)))
          return c.json({}, 202)
        })
      )
    )
}
