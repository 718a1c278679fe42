import { answerStep, findLogonRequest } from "@mtc-logon/core/logon-request"
import type { AnswerTexts } from "@mtc-logon/core/logon-request"
import type { AnsweredStepId } from "@mtc-logon/core/journey"
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
import { limitedByAddress, limitedTo } from "../limited.ts"
import type { Ports } from "../Ports.ts"
import { answerTexts } from "./answerTexts.ts"
import { inWords } from "./inWords.ts"
import { requestKey } from "./requestKey.ts"

type Reader = (c: Context) => Effect.Effect<AnswerTexts[AnsweredStepId], HttpError>

const readers = Object.fromEntries(
  Object.entries(answerTexts).map(([step, schema]) => [step, readJson(schema)])
) as unknown as Readonly<Record<AnsweredStepId, Reader>>

const isStep = (step: string): step is AnsweredStepId => Object.hasOwn(readers, step)
const isEvidence = (step: AnsweredStepId) => step === "tax-amount" || step === "letter-id" || step === "line-item"

/**
 * `PUT /v1/logon-requests/{id}/answers/{step}`: 200 with the state that follows, or a problem.
 *
 * **Gotchas**
 *
 * An evidence step answers no sooner than the floor, whatever came of it: its time tells no cause (D-09).
 */
export const answerRoutes = (answer: Answer<Ports>, limits: ReturnType<typeof houseLimits>, callerOf: CallerOf) => {
  const limitEvidence = Effect.fnUntraced(function* (c: Context, draftId: string) {
    const caller = callerOf(c)
    yield* limitedByAddress(limits.verifyPerHour, caller)
    yield* limitedByAddress(limits.verifyPerDay, caller)
    yield* limitedTo(limits.verifyPerNetwork, caller.network)
    yield* limitedTo(limits.verifyPerDraft, draftId)
  })

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
        if (isEvidence(step) || step === "logon") yield* findLogonRequest(key)
        if (isEvidence(step)) yield* limitEvidence(c, key.id)
        if (step === "logon") yield* limitedTo(limits.usernamesPerDraft, key.id)
        const answered = answerStep(key, step, text)
        return c.json(inWords(c, yield* isEvidence(step) ? refusalFloor(refusalFloorMs)(answered) : answered))
      })
    )
  )
}
