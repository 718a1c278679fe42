import type { DecisionView, rulesEngineCalls } from "@mtc-logon/core/contract"
import { DecisionLog, explainDecision, replayDecision } from "@mtc-logon/core/decisions"
import { readCase } from "@mtc-logon/core/questions"
import { canonical, diff, missing, whatIf } from "@mtc-logon/core/engine"
import { Effect, Result, DateTime } from "effect"
import { withScope } from "../../http/apiKey.ts"
import { HttpError } from "../../http/HttpError.ts"
import { refusalFloor } from "../../http/refusalFloor.ts"
import { houseLimits } from "../../limits/houseLimits.ts"
import { ServerConfig } from "../../ServerConfig.ts"
import type { Handlers } from "../Handlers.ts"
import { limitedTo } from "../limited.ts"
import { decideBatch } from "./decideBatch.ts"
import { decideForKey, receiptToView } from "./decideForKey.ts"
import { comparedRuleSet } from "./namedRuleSet.ts"
import type { MadeAnalysis } from "./readAnalyses.ts"
import { ruleSetHandlers } from "./ruleSetHandlers.ts"
import { askedUnder, factsRefused, readQuestion, simulate } from "./simulate.ts"
import { RateLimits } from "../../limits/RateLimits.ts"
import type { StaffLook } from "@mtc-logon/core/decisions"
import type { ApiKey } from "@mtc-logon/core/partner"
import type { Context } from "hono"

/** A case has a letter first and no nine digits in a row, however they are grouped: nobody's number stands in the trail as one. */
const isCaseNumber = (text: string): boolean =>
  /^[A-Za-z][\w-]{2,39}$/.test(text) && !/\d{9}/.test(text.replaceAll(/[-_]/g, ""))

/** The look of staff at a decision: by which key, and for which case. */
const staffLook = Effect.fnUntraced(function* (c: Context, { id }: ApiKey, purpose: StaffLook["purpose"]) {
  const caseNumber = c.req.header("case-number") ?? ""
  if (!isCaseNumber(caseNumber)) {
    return yield* new HttpError({ reason: { _tag: "Malformed", paths: ["caseNumber"] } })
  }
  yield* limitedTo(houseLimits(yield* ServerConfig).looks, id)
  return { by: id, caseNumber, purpose, at: yield* DateTime.now } satisfies StaffLook
})

/** Counts a refusal of a key that decides on record, and warns in the log, once an hour, where there are very many. */
const countRefusal = Effect.fnUntraced(function* (
  { refusals, refusalsTold }: ReturnType<typeof houseLimits>,
  key: string
) {
  const { use } = yield* RateLimits
  if ((yield* use(refusals, key)).allowed || !(yield* use(refusalsTold, key)).allowed) return
  yield* Effect.logWarning("An API key has many refused decisions on record").pipe(
    Effect.annotateLogs({ apiKeyId: key, inAnHour: refusals.uses })
  )
})

/**
 * Questions of a rule set, and the rule sets themselves.
 *
 * **Gotchas**
 *
 * A decision on record answers no sooner than the floor, whatever came of it: its time tells no cause (D-09). Staff say for
 * which case they look (`Case-Number`, a header: it stands in no URL), and the look is audited.
 *
 * @rule D-27 @rule D-43
 */
export const rulesEngineHandlers = (
  sign: (text: string) => string,
  analyses: ReadonlyMap<string, MadeAnalysis>
): Handlers<typeof rulesEngineCalls> => ({
  ...ruleSetHandlers(analyses),
  "POST /v1/decisions": ({ apiKey, body }) =>
    Effect.gen(function* () {
      const settings = yield* ServerConfig
      const limits = houseLimits(settings)
      const { id } = yield* withScope(body.mode === "simulation" ? "simulate" : "decide")(apiKey)
      if (body.mode === "simulation") {
        yield* limitedTo(limits.simulations, id)
        return (yield* simulate(body)) satisfies typeof DecisionView.Type
      }
      yield* limitedTo(limits.decisions, id)
      yield* limitedTo(limits.decisionsPerDay, id)
      const decided = Effect.tap(decideForKey(body, id, sign), ({ result }) =>
        result === "Refused" ? countRefusal(limits, id) : Effect.void
      )
      return yield* refusalFloor(settings.refusalFloorMs)(decided)
    }),
  "POST /v1/decisions/batch": decideBatch,
  "POST /v1/decisions/missing": ({ body }) =>
    Effect.gen(function* () {
      const { asked, facts, ruleSet } = yield* readQuestion(body)
      return { ruleSet: ruleSet.pin, missing: missing(asked, facts) }
    }),
  "POST /v1/decisions/what-if": ({ body: { base, candidate, cases, question } }) =>
    Effect.gen(function* () {
      const [before, after] = [yield* comparedRuleSet(base, "base"), yield* comparedRuleSet(candidate, "candidate")]
      const read = yield* Effect.forEach(cases, (facts, at) =>
        Effect.fromResult(Result.mapError(readCase(question, facts), factsRefused(`cases.${at}`)))
      )
      const places = read.map(canonical)
      const changes = whatIf(askedUnder(before, question), askedUnder(after, question), read)
      return {
        base: before.pin,
        candidate: after.pin,
        cases: read.length,
        changes: Array.from(changes, ([change, { count, example }]) => ({
          change,
          count,
          example: places.indexOf(example)
        })),
        policy: diff(before.policy, after.policy)
      }
    }),
  "GET /v1/decisions/{id}": ({ apiKey, c, params }) =>
    Effect.flatMap(staffLook(c, apiKey, "look-up"), (look) => explainDecision(params.id, look)),
  "POST /v1/decisions/{id}/replay": ({ apiKey, c, params }) =>
    Effect.flatMap(staffLook(c, apiKey, "replay"), (look) => replayDecision(params.id, look)),
  "GET /v1/decisions/{id}/receipt": ({ apiKey, params }) =>
    Effect.gen(function* () {
      const found = yield* (yield* DecisionLog).receipt(params.id, apiKey.id)
      if (found === null) return yield* new HttpError({ reason: { _tag: "RouteNotFound" } })
      return receiptToView(found, sign)
    })
})
