import { DecisionLog, explainDecision, replayDecision } from "@mtc-logon/core/decisions"
import type { StaffLook } from "@mtc-logon/core/decisions"
import { DateTime, Effect } from "effect"
import { Hono } from "hono"
import type { Context } from "hono"
import type { Answer } from "../../http/answer.ts"
import { apiKey, withScope } from "../../http/apiKey.ts"
import { HttpError } from "../../http/HttpError.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import type { houseLimits } from "../../limits/houseLimits.ts"
import { limitedTo } from "../limited.ts"
import type { Ports } from "../Ports.ts"
import { receiptToView } from "./decideForKey.ts"
import type { ExplainedDecisionView, RecordedDecisionView, ReplayView } from "./DecisionView.ts"

/** A case has a letter first and no nine digits in a row, however they are grouped: nobody's number stands in the trail as one. */
const isCaseNumber = (text: string): boolean =>
  /^[A-Za-z][\w-]{2,39}$/.test(text) && !/\d{9}/.test(text.replaceAll(/[-_]/g, ""))

/**
 * `GET /v1/decisions/{id}`: 200 with a decision on record as staff may see it.
 * `POST /v1/decisions/{id}/replay`: 200 with `equal`, or where it would be decided otherwise now.
 * `GET /v1/decisions/{id}/receipt`: 200 with the signed result, for the key that asked.
 *
 * **Details**
 *
 * Staff say for which case they look (`Case-Number`, a header: it stands in no URL), and the look is audited.
 *
 * @rule D-27 @rule D-43
 */
export const loggedDecisionRoutes = (
  answer: Answer<Ports>,
  limits: ReturnType<typeof houseLimits>,
  sign: (text: string) => string
) => {
  const staffLook = Effect.fnUntraced(function* (c: Context, purpose: StaffLook["purpose"]) {
    const { id } = yield* Effect.flatMap(apiKey(c), withScope("staff"))
    const caseNumber = c.req.header("case-number") ?? ""
    if (!isCaseNumber(caseNumber)) {
      return yield* new HttpError({ reason: { _tag: "Malformed", paths: ["caseNumber"] } })
    }
    yield* limitedTo(limits.looks, id)
    return { by: id, caseNumber, purpose, at: yield* DateTime.now } satisfies StaffLook
  })

  return new Hono<HttpEnv>()
    .get("/:id", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const look = yield* staffLook(c, "look-up")
          return c.json<typeof ExplainedDecisionView.Type>(yield* explainDecision(c.req.param("id"), look))
        })
      )
    )
    .post("/:id/replay", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const look = yield* staffLook(c, "replay")
          return c.json<typeof ReplayView.Type>(yield* replayDecision(c.req.param("id"), look))
        })
      )
    )
    .get("/:id/receipt", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const key = yield* Effect.flatMap(apiKey(c), withScope("decide"))
          yield* limitedTo(limits.decisions, key.id)
          const found = yield* (yield* DecisionLog).receipt(c.req.param("id"), key.id)
          if (found === null) return yield* new HttpError({ reason: { _tag: "RouteNotFound" } })
          return c.json<typeof RecordedDecisionView.Type>(receiptToView(found, sign))
        })
      )
    )
}
