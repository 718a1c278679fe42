import { requestLetter } from "@mtc-logon/core/logon-request"
import { usernameKey } from "@mtc-logon/core/logon"
import {
  enterNotMeCode,
  findRecoveryQuestion,
  recoverPassword,
  recoverUsername,
  resetPassword
} from "@mtc-logon/core/recovery"
import { Effect, Redacted } from "effect"
import * as Schema from "effect/Schema"
import { Hono } from "hono"
import type { Context } from "hono"
import type { Answer } from "../../http/answer.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import { readJson } from "../../http/readJson.ts"
import { refusalFloor } from "../../http/refusalFloor.ts"
import type { houseLimits } from "../../limits/houseLimits.ts"
import { RateLimits } from "../../limits/RateLimits.ts"
import type { CallerOf } from "../limited.ts"
import { limitedByAddress } from "../limited.ts"
import type { Ports } from "../Ports.ts"
import { Credential } from "./proofOf.ts"
import { ServerConfig } from "../../ServerConfig.ts"

export const readEmail = readJson(
  Schema.Struct({ email: Schema.String.annotate({ examples: ["good.elmo@example.com"] }) })
)
export const readUsername = readJson(Schema.Struct({ username: Schema.String.annotate({ examples: ["good.elmo"] }) }))
export const readToken = readJson(
  Schema.Struct({ token: Schema.String.annotate({ description: "The token from the mailed link." }) })
)
export const readReset = readJson(
  Schema.Struct({
    token: Schema.String.annotate({ description: "The token from the mailed link." }),
    answer: Schema.optionalKey(
      Schema.String.annotate({ description: "The answer to the secret question, if there is one." })
    ),
    code: Schema.optionalKey(Schema.String.annotate({ description: "A code, if the second proof is a code." })),
    credential: Schema.optionalKey(Credential),
    newPassword: Schema.String
  })
)
export const readCode = readJson(
  Schema.Struct({ code: Schema.String.annotate({ description: "The code from the notice." }) })
)
export const readNumber = readJson(
  Schema.Struct({
    idType: Schema.Literals(["SSN", "ITIN", "FEIN"]),
    id: Schema.String.annotate({ description: "The number, as typed.", examples: ["900-12-6789"] })
  })
)

/**
 * The ways back, for nobody who is logged in: `POST /v1/recovery/username` and `.../password` 202 whoever asks,
 * `POST /v1/recovery/password/question` 200, `.../reset` 204, `POST /v1/not-me` 202 whatever the code,
 * `POST /v1/letter-requests` 202 whoever asks.
 *
 * **Gotchas**
 *
 * Status, body, headers and work are the same whether anybody has what was typed: it is looked up by a job. Too many mails for
 * one username or address are not sent, and nobody is told: asking locks nothing.
 *
 * @rule D-47
 */
export const recoveryRoutes = (answer: Answer<Ports>, limits: ReturnType<typeof houseLimits>, callerOf: CallerOf) => {
  const limitCaller = (c: Context) => limitedByAddress(limits.recoveryPerAddress, callerOf(c))

  /** The same work where the limit of what was typed is reached: it is only not asked. */
  const unlessMailedOften = Effect.fnUntraced(function* <E, R>(typed: string, ask: Effect.Effect<void, E, R>) {
    const place = yield* (yield* RateLimits).use(limits.recovery, typed)
    if (place.allowed) yield* ask
  })

  const atLeast = <A, E, R>(work: Effect.Effect<A, E, R>) =>
    Effect.flatMap(ServerConfig, ({ refusalFloorMs }) => refusalFloor(refusalFloorMs)(work))

  return new Hono<HttpEnv>()
    .post("/recovery/username", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { email } = yield* readEmail(c)
          yield* limitCaller(c)
          yield* unlessMailedOften(`email\0${email.trim().toLowerCase()}`, recoverUsername(email))
          return c.json({}, 202)
        })
      )
    )
    .post("/recovery/password", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { username } = yield* readUsername(c)
          yield* limitCaller(c)
          yield* unlessMailedOften(`username\0${usernameKey(username.trim())}`, recoverPassword(username))
          return c.json({}, 202)
        })
      )
    )
    .post("/recovery/password/question", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { token } = yield* readToken(c)
          yield* limitCaller(c)
          return c.json(yield* findRecoveryQuestion(Redacted.make(token)))
        }).pipe(atLeast)
      )
    )
    .post("/recovery/password/reset", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { answer: said, code, credential, newPassword, token } = yield* readReset(c)
          yield* limitCaller(c)
          yield* resetPassword(Redacted.make(token), {
            shown:
              credential === undefined
                ? { code: Redacted.make(code ?? said ?? "") }
                : { credential: { ...credential } },
            newPassword: Redacted.make(newPassword)
          })
          return c.body(null, 204)
        }).pipe(atLeast)
      )
    )
    .post("/not-me", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { code } = yield* readCode(c)
          yield* limitCaller(c)
          yield* enterNotMeCode(Redacted.make(code))
          return c.json({}, 202)
        }).pipe(atLeast)
      )
    )
    .post("/letter-requests", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { id, idType } = yield* readNumber(c)
          yield* limitedByAddress(limits.letters, callerOf(c))
          yield* requestLetter(idType, Redacted.make(id))
          return c.json({}, 202)
        }).pipe(atLeast)
      )
    )
}
