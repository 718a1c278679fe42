import { makeResumeCode, resumeLogonRequest } from "@mtc-logon/core/logon-request"
import { Effect, Redacted } from "effect"
import * as Schema from "effect/Schema"
import { Hono } from "hono"
import type { Answer } from "../../http/answer.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import { readJson } from "../../http/readJson.ts"
import type { houseLimits } from "../../limits/houseLimits.ts"
import type { CallerOf } from "../limited.ts"
import { limitedByAddress } from "../limited.ts"
import type { Ports } from "../Ports.ts"
import { inWords } from "./inWords.ts"
import { requestKey } from "./requestKey.ts"

export const readCode = readJson(
  Schema.Struct({
    code: Schema.String.annotate({
      description: "The code from the other tab. It works once, for one minute.",
      examples: ["..."]
    })
  })
)

/**
 * Going on in another tab: `POST /v1/logon-requests/{id}/resume-code` 201 with a code; `POST /v1/logon-requests/resume`
 * 200 with the state and another token.
 *
 * **Gotchas**
 *
 * The code travels in a body, never in an address. @rule D-28
 */
export const resumeRoutes = (answer: Answer<Ports>, limits: ReturnType<typeof houseLimits>, callerOf: CallerOf) =>
  new Hono<HttpEnv>()
    .post("/resume", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          yield* limitedByAddress(limits.drafts, callerOf(c))
          const { code } = yield* readCode(c)
          const { key, view } = yield* resumeLogonRequest(Redacted.make(code))
          return c.json({ ...inWords(c, view), token: Redacted.value(key.token) })
        })
      )
    )
    .post("/:id/resume-code", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const code = yield* makeResumeCode(yield* requestKey(c))
          return c.json({ code: Redacted.value(code) }, 201)
        })
      )
    )
