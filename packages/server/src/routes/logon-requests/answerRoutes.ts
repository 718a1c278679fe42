import { answerStep, findLogonRequest, steps, stepShapes } from "@mtc-logon/core/logon-request"
import type { AnswerTexts, LogonRequestError } from "@mtc-logon/core/logon-request"
import type { AnsweredStepId } from "@mtc-logon/core/journey"
import { attemptKindOf } from "@mtc-logon/core/verification"
import type { AttemptKind } from "@mtc-logon/core/verification"
import { Effect } from "effect"
import { Hono } from "hono"
import type { Context } from "hono"
import type { Answer } from "../../http/answer.ts"
import { HttpError } from "../../http/HttpError.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import { readJson } from "../../http/readJson.ts"
import { refusalFloor } from "../../http/refusalFloor.ts"
import type { houseLimits } from "../../limits/houseLimits.ts"
import { ServerConfig } from "../../ServerConfig.ts"
import type { CallerOf } from "../limited.ts"
import { limitedTo, limitedWhere } from "../limited.ts"
import { evidenceLimits } from "../evidenceLimits.ts"
import type { Ports } from "../Ports.ts"
import { inWords } from "./inWords.ts"
import { requestKey } from "./requestKey.ts"

type Reader = (c: Context) => Effect.Effect<AnswerTexts[AnsweredStepId], HttpError>

const readers = Object.fromEntries(
  Object.entries(stepShapes).map(([step, { text }]) => [step, readJson(text)])
) as unknown as Readonly<Record<AnsweredStepId, Reader>>

const isStep = (step: string): step is AnsweredStepId => Object.hasOwn(readers, step)

/** What is an attempt: all else decided nothing, and uses up nothing. @rule D-41 @rule D-65 */
const attempts: ReadonlyArray<LogonRequestError["reason"]["_tag"]> = ["VerificationFailed", "Locked"]

/**
 * `PUT /v1/logon-requests/{id}/answers/{step}`: 200 with the state that follows, or a problem.
 *
 * **Gotchas**
 *
 * An evidence step answers no sooner than the floor, whatever came of it: its time tells no cause (D-09).
 */
export const answerRoutes = (answer: Answer<Ports>, limits: ReturnType<typeof houseLimits>, callerOf: CallerOf) => {
  const limitEvidence = (c: Context, kind: AttemptKind, draftId: string) =>
    limitedWhere([...evidenceLimits(limits, callerOf(c), kind), [limits.verifyPerDraft, draftId]], attempts)

  return new Hono<HttpEnv>().put("/:id/answers/:step", (c) =>
    answer(
      c,
      Effect.gen(function* () {
        const step = c.req.param("step")
        if (!isStep(step)) return yield* new HttpError({ reason: { _tag: "RouteNotFound" } })
        const key = yield* requestKey(c)
        const text = yield* readers[step](c)
        const { refusalFloorMs } = yield* ServerConfig
        // Found first: whoever knows its id and not its token uses up none of its owner's tries.
        const { limit } = steps[step]
        const kind = attemptKindOf(step)
        if (kind !== undefined || limit !== undefined) yield* findLogonRequest(key)
        // A draft is no way to ask about one username or address after another.
        if (limit !== undefined) yield* limitedTo(limits[limit], key.id)
        const answered = answerStep(key, step, text, callerOf(c).address)
        if (kind === undefined) return c.json(inWords(c, yield* answered))
        return c.json(inWords(c, yield* limitEvidence(c, kind, key.id)(refusalFloor(refusalFloorMs)(answered))))
      })
    )
  )
}
