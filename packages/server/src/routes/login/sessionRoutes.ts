import {
  findSession,
  logIn,
  logOut,
  logOutEverywhere,
  resendActivation,
  typePasswordAgain,
  viewSession
} from "@mtc-logon/core/login"
import { usernameKey } from "@mtc-logon/core/logon"
import { DateTime, Effect, Redacted } from "effect"
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
import { readNothing } from "../readNothing.ts"
import { writeCookies } from "./writeCookies.ts"
import { currentSession } from "./currentSession.ts"
import { logInLimit } from "./logInLimit.ts"

const Credentials = {
  username: Schema.String.annotate({ examples: ["good.elmo"] }),
  password: Schema.String
}
export const readLogIn = readJson(
  Schema.Struct({
    ...Credentials,
    activationCode: Schema.optionalKey(
      Schema.String.annotate({ description: "The code from the mailed link. Send it only at the first log-in." })
    )
  })
)
export const readResend = readJson(Schema.Struct(Credentials))
export const readPassword = readJson(Schema.Struct({ password: Schema.String }))

/**
 * `POST /v1/sessions`: 201 with where the log-in stands and a `__Host-` cookie, or a problem without one.
 * `GET /v1/sessions/current`: 200, moves nothing; `POST .../keep`: 200, moves the idle end. `POST .../password`: 204 under a
 * new id. `DELETE .../current`: 204. `DELETE /v1/sessions[?including=current]`: 204. `POST /v1/activations/resend`: 202.
 *
 * **Gotchas**
 *
 * A session that was there before is ended: a new log-in has a new id (no fixation).
 */
export const sessionRoutes = (answer: Answer<Ports>, limits: ReturnType<typeof houseLimits>, callerOf: CallerOf) => {
  const failed = logInLimit(limits, callerOf)
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
          const {
            answer: view,
            logonId,
            tokens
          } = yield* logIn(username, Redacted.make(password), {
            activationCode: activationCode === undefined ? null : Redacted.make(activationCode),
            trustedDevices: deviceCookie.read(c)
          }).pipe(failed.guard(c, who))
          if (before !== undefined) {
            yield* currentSession(c, "password", { beforeTerms: true }).pipe(
              Effect.flatMap(logOut),
              Effect.catchTag("LogInError", () => Effect.void)
            )
          }
          const isWhole = view.status === "logged_in" || view.status === "terms_required"
          yield* writeCookies(c, { logonId, ...tokens, isWhole })
          return c.json(view, 201)
        })
      )
    )
    .get("/sessions/current", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const session = yield* findSession(sessionCookie.read(c) ?? null, "password")
          return c.json(yield* viewSession(session, session.lastSeenAt))
        })
      )
    )
    .post("/sessions/current/keep", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const session = yield* currentSession(c, "password", { beforeTerms: true })
          yield* readNothing(c)
          return c.json(yield* viewSession(session, yield* DateTime.now))
        })
      )
    )
    .post("/sessions/current/password", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const session = yield* currentSession(c, "two-step")
          const { password } = yield* readPassword(c)
          yield* limitedByAddress(limits.logIn, callerOf(c))
          const { logonId } = session
          const renewed = yield* typePasswordAgain(session, Redacted.make(password)).pipe(
            failed.guardSession(c, logonId)
          )
          yield* writeCookies(c, { logonId, session: renewed, trustedDevice: null, isWhole: true })
          return c.body(null, 204)
        })
      )
    )
    .delete("/sessions/current", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          yield* logOut(yield* currentSession(c, "password", { beforeTerms: true }))
          sessionCookie.clear(c)
          return c.body(null, 204)
        })
      )
    )
    .delete("/sessions", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const thisOneToo = c.req.query("including") === "current"
          yield* logOutEverywhere(yield* currentSession(c, "two-step"), thisOneToo ? "this-one-too" : "others")
          if (thisOneToo) sessionCookie.clear(c)
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
