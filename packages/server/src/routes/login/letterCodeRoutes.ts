import { askLetterCode, enterLetterCode } from "@mtc-logon/core/profile"
import { Effect, Redacted } from "effect"
import * as Schema from "effect/Schema"
import { Hono } from "hono"
import type { Answer } from "../../http/answer.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import { readJson } from "../../http/readJson.ts"
import { refusalFloor } from "../../http/refusalFloor.ts"
import type { houseLimits } from "../../limits/houseLimits.ts"
import { ServerConfig } from "../../ServerConfig.ts"
import type { CallerOf } from "../limited.ts"
import { limitedByAddress, limitedTo } from "../limited.ts"
import type { Ports } from "../Ports.ts"
import { currentSession } from "./currentSession.ts"

export const readLetterId = readJson(
  Schema.Struct({
    letterId: Schema.String.annotate({ description: "Of the sign-up letter, as typed.", examples: ["L0123456789"] })
  })
)

/**
 * The letter code of a Master Administrator who proved with an amount, after both steps: `GET /v1/me/letter-code` 200,
 * `POST /v1/me/letter-code` 204.
 *
 * **Gotchas**
 *
 * It is an identity attempt: the limits of evidence hold, and it answers no sooner than the floor (D-09, D-30). It takes a
 * password that was typed lately: else 403 `password_required`.
 *
 * @rule D-25
 */
export const letterCodeRoutes = (answer: Answer<Ports>, limits: ReturnType<typeof houseLimits>, callerOf: CallerOf) =>
  new Hono<HttpEnv>()
    .get("/me/letter-code", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { logonId } = yield* currentSession(c, "two-step")
          return c.json(yield* askLetterCode(logonId))
        })
      )
    )
    .post("/me/letter-code", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const session = yield* currentSession(c, "two-step")
          const { letterId } = yield* readLetterId(c)
          const caller = callerOf(c)
          yield* limitedByAddress(limits.verifyPerHour, caller)
          yield* limitedByAddress(limits.verifyPerDay, caller)
          yield* limitedTo(limits.verifyPerNetwork, caller.network)
          const { refusalFloorMs } = yield* ServerConfig
          yield* refusalFloor(refusalFloorMs)(enterLetterCode(session, Redacted.make(letterId)))
          return c.body(null, 204)
        })
      )
    )
