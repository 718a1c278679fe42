import { askLetterCode, enterLetterCode } from "@mtc-logon/core/profile"
import type { ProfileReason } from "@mtc-logon/core/profile"
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
import { limitedWhere } from "../limited.ts"
import { evidenceLimits } from "../evidenceLimits.ts"
import type { Ports } from "../Ports.ts"
import { currentSession } from "./currentSession.ts"

export const readLetterId = readJson(
  Schema.Struct({
    letterId: Schema.String.annotate({
      description: "The letter ID of the sign-up letter, as typed.",
      examples: ["L0123456789"]
    })
  })
)

/** What is an attempt: all else decided nothing, and uses up nothing. @rule D-41 @rule D-65 */
const attempts: ReadonlyArray<ProfileReason["_tag"]> = ["LetterRefused", "Locked"]

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
          const { refusalFloorMs } = yield* ServerConfig
          yield* enterLetterCode(session, Redacted.make(letterId), caller.address).pipe(
            refusalFloor(refusalFloorMs),
            limitedWhere(evidenceLimits(limits, caller, "letter"), attempts)
          )
          return c.body(null, 204)
        })
      )
    )
