import { readCase } from "@mtc-logon/core/decisions"
import { canonical, diff, missing, whatIf } from "@mtc-logon/core/engine"
import { Effect, Result } from "effect"
import { Hono } from "hono"
import type { Context } from "hono"
import type { Answer } from "../../http/answer.ts"
import { apiKey, withScope } from "../../http/apiKey.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import { readJson } from "../../http/readJson.ts"
import { refusalFloor } from "../../http/refusalFloor.ts"
import type { houseLimits } from "../../limits/houseLimits.ts"
import { ServerConfig } from "../../ServerConfig.ts"
import { limitedTo } from "../limited.ts"
import type { Ports } from "../Ports.ts"
import { countRefusal } from "./countRefusal.ts"
import { decideForKey } from "./decideForKey.ts"
import { AskDecision, AskMissing, AskWhatIf } from "./AskDecision.ts"
import type { DecisionView, MissingAnswerView, RecordedDecisionView, WhatIfView } from "./DecisionView.ts"
import { comparedRuleSet } from "./namedRuleSet.ts"
import { askedUnder, factsRefused, readQuestion, simulate } from "./simulate.ts"

export const readDecision = readJson(AskDecision)
export const readMissing = readJson(AskMissing)
export const readWhatIf = readJson(AskWhatIf)

/** Lets through who may simulate, and how often. */
const simulationsOf = (limits: ReturnType<typeof houseLimits>) => (c: Context) =>
  apiKey(c).pipe(
    Effect.flatMap(withScope("simulate")),
    Effect.flatMap(({ id }) => limitedTo(limits.simulations, id))
  )

/**
 * `POST /v1/decisions`: 200 with the decision: from the given facts alone, or on record.
 * `POST /v1/decisions/missing`: 200 with the smallest sets of facts that would settle it.
 * `POST /v1/decisions/what-if`: 200 with what would be decided otherwise if one rule set took another's place.
 *
 * **Gotchas**
 *
 * A decision on record answers no sooner than the floor, whatever came of it: its time tells no cause (D-09).
 */
export const decisionRoutes = (
  answer: Answer<Ports>,
  limits: ReturnType<typeof houseLimits>,
  sign: (text: string) => string
) => {
  const maySimulate = simulationsOf(limits)
  return new Hono<HttpEnv>()
    .post("/", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const key = yield* apiKey(c)
          const call = yield* readDecision(c)
          if (call.mode === "simulation") {
            const { id } = yield* withScope("simulate")(key)
            yield* limitedTo(limits.simulations, id)
            return c.json<typeof DecisionView.Type>(yield* simulate(call))
          }
          const { id } = yield* withScope("decide")(key)
          yield* limitedTo(limits.decisions, id)
          yield* limitedTo(limits.decisionsPerDay, id)
          const { refusalFloorMs } = yield* ServerConfig
          const decided = Effect.tap(decideForKey(call, id, sign), ({ result }) =>
            result === "Refused" ? countRefusal(limits, id) : Effect.void
          )
          return c.json<typeof RecordedDecisionView.Type>(yield* refusalFloor(refusalFloorMs)(decided))
        })
      )
    )
    .post("/missing", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          yield* maySimulate(c)
          const { asked, facts, ruleSet } = yield* readQuestion(yield* readMissing(c))
          return c.json<typeof MissingAnswerView.Type>({ ruleSet: ruleSet.pin, missing: missing(asked, facts) })
        })
      )
    )
    .post("/what-if", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          yield* maySimulate(c)
          const { base, candidate, cases, question } = yield* readWhatIf(c)
          const [before, after] = [yield* comparedRuleSet(base, "base"), yield* comparedRuleSet(candidate, "candidate")]
          const read = yield* Effect.forEach(cases, (facts, at) =>
            Effect.fromResult(Result.mapError(readCase(question, facts), factsRefused(`cases.${at}`)))
          )
          const places = read.map(canonical)
          const changes = whatIf(askedUnder(before, question), askedUnder(after, question), read)
          return c.json<typeof WhatIfView.Type>({
            base: before.pin,
            candidate: after.pin,
            cases: read.length,
            changes: Array.from(changes, ([change, { count, example }]) => ({
              change,
              count,
              example: places.indexOf(example)
            })),
            policy: diff(before.policy, after.policy)
          })
        })
      )
    )
}
