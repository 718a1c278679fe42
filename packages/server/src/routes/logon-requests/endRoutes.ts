import {
  cancelLogonRequest,
  correctEmail,
  findLogonRequest,
  reportNotMe,
  submitLogonRequest
} from "@mtc-logon/core/logon-request"
import { Effect, Redacted } from "effect"
import * as Schema from "effect/Schema"
import { Hono } from "hono"
import type { Answer } from "../../http/answer.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import { readJson } from "../../http/readJson.ts"
import type { Ports } from "../Ports.ts"
import { requestKey } from "./requestKey.ts"
import { limitedTo } from "../limited.ts"
import { readNothing } from "../readNothing.ts"
import type { houseLimits } from "../../limits/houseLimits.ts"

export const readEmail = readJson(
  Schema.Struct({
    password: Schema.String.annotate({ description: "The password that the person chose.", examples: ["..."] }),
    email: Schema.String.annotate({ examples: ["good.elmo@example.com"] }),
    confirmEmail: Schema.String.annotate({
      description: "The e-mail address again.",
      examples: ["good.elmo@example.com"]
    })
  })
)

/**
 * How a request ends: `POST .../submit` 201 with the receipt, `POST .../email` 204, `POST .../not-me` 204,
 * `DELETE /v1/logon-requests/{id}` 204.
 */
export const endRoutes = (answer: Answer<Ports>, limits: ReturnType<typeof houseLimits>) =>
  new Hono<HttpEnv>()
    .post("/:id/submit", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const key = yield* requestKey(c)
          yield* readNothing(c)
          return c.json(yield* submitLogonRequest(key), 201)
        })
      )
    )
    .post("/:id/email", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const key = yield* requestKey(c)
          const { confirmEmail, email, password } = yield* readEmail(c)
          // Found first: whoever knows its id and not its token uses up none of its owner's tries.
          yield* findLogonRequest(key)
          yield* limitedTo(limits.emailsPerRequest, key.id)
          yield* correctEmail(key, { email, confirmEmail, password: Redacted.make(password) })
          return c.body(null, 204)
        })
      )
    )
    .post("/:id/not-me", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const key = yield* requestKey(c)
          yield* readNothing(c)
          yield* reportNotMe(key)
          return c.body(null, 204)
        })
      )
    )
    .delete("/:id", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          yield* cancelLogonRequest(yield* requestKey(c))
          return c.body(null, 204)
        })
      )
    )
