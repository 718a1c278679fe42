import { answerStep, findLogonRequest } from "@mtc-logon/core/logon-request"
import type { AnswerTexts, LogonRequestError } from "@mtc-logon/core/logon-request"
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
import { limitedTo, limitedWhere } from "../limited.ts"
import { evidenceLimits } from "../evidenceLimits.ts"
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
  const limitEvidence = (c: Context, step: AnsweredStepId, draftId: string) =>
    limitedWhere(
      [
        ...evidenceLimits(limits, callerOf(c), step === "letter-id" ? "letter" : "amount"),
        [limits.verifyPerDraft, draftId]
      ],
      attempts
    )

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
        if (isEvidence(step) || step === "logon" || step === "profile") yield* findLogonRequest(key)
        if (step === "logon") yield* limitedTo(limits.usernamesPerDraft, key.id)
        // A draft is no way to ask about one address after another.
        if (step === "profile") yield* limitedTo(limits.profilesPerDraft, key.id)
        const answered = answerStep(key, step, text, callerOf(c).address)
        if (!isEvidence(step)) return c.json(inWords(c, yield* answered))
        return c.json(inWords(c, yield* limitEvidence(c, step, key.id)(refusalFloor(refusalFloorMs)(answered))))
      })
    )
  )
}
