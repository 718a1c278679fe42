import { Homes } from "@mtc-logon/core/login"
import { addTwoStepMethod, confirmSecurityCode, sendSecurityCode } from "@mtc-logon/core/two-step"
import type { Challenge } from "@mtc-logon/core/two-step"
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
import { deviceSeconds, sessionSeconds } from "./sessionSeconds.ts"

const readMethod = readJson(
  Schema.Struct({ kind: Schema.Literals(["totp", "sms", "email"]), target: Schema.optionalKey(Schema.String) })
)
const readMethodId = readJson(Schema.Struct({ methodId: Schema.String }))
const readSetUpCode = readJson(Schema.Struct({ code: Schema.String }))
const readLogInCode = readJson(Schema.Struct({ code: Schema.String, trustDevice: Schema.Boolean }))

/**
 * The second step and what follows: `GET /v1/me` 200 after both steps. `POST /v1/me/two-step-methods` 201,
 * `POST .../{id}/confirm` 200, `POST /v1/sessions/current/security-codes` 202, `POST .../confirm` 200.
 */
export const meRoutes = (answer: Answer<Ports>, limits: ReturnType<typeof houseLimits>, callerOf: CallerOf) => {
  const challengeOf = Effect.fnUntraced(function* (c: Context) {
    const { id, level, logonId } = yield* currentSession(c, "password")
    return { logonId, sessionId: id, level }
  })

  const confirm = Effect.fnUntraced(function* (c: Context, challenge: Challenge, code: string, trustDevice: boolean) {
    const tokens = yield* confirmSecurityCode(challenge, Redacted.make(code), trustDevice)
    if (tokens.session !== null) sessionCookie.write(c, tokens.session, yield* sessionSeconds)
    if (tokens.trustedDevice !== null) deviceCookie.write(c, tokens.trustedDevice, yield* deviceSeconds)
    return c.json({ status: "logged_in" })
  })

  return new Hono<HttpEnv>()
    .get("/me", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { logonId } = yield* currentSession(c, "two-step")
          return c.json(yield* (yield* Homes).of(logonId))
        })
      )
    )
    .post("/me/two-step-methods", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const challenge = yield* challengeOf(c)
          const { kind, target = "" } = yield* readMethod(c)
          yield* limitedByAddress(limits.codes, callerOf(c))
          const method = yield* addTwoStepMethod(challenge, kind, target)
          return c.json(method, 201)
        })
      )
    )
    .post("/me/two-step-methods/:id/confirm", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const challenge = yield* challengeOf(c)
          const { code } = yield* readSetUpCode(c)
          return yield* confirm(c, challenge, code, false)
        })
      )
    )
    .post("/sessions/current/security-codes", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const challenge = yield* challengeOf(c)
          const { methodId } = yield* readMethodId(c)
          yield* limitedByAddress(limits.codes, callerOf(c))
          yield* sendSecurityCode(challenge, methodId)
          return c.json({}, 202)
        })
      )
    )
    .post("/sessions/current/security-codes/confirm", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const challenge = yield* challengeOf(c)
          const { code, trustDevice } = yield* readLogInCode(c)
          return yield* confirm(c, challenge, code, trustDevice)
        })
      )
    )
}
