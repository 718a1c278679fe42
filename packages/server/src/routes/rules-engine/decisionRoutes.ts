import { RuleSets } from "@mtc-logon/core/decisions"
import { explainToPartner, explainToTaxpayer } from "@mtc-logon/core/engine"
import { DateTime, Effect } from "effect"
import * as Schema from "effect/Schema"
import { Hono } from "hono"
import type { Answer } from "../../http/answer.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import { readJson } from "../../http/readJson.ts"
import type { Ports } from "../Ports.ts"

const Text = Schema.optionalKey(Schema.String)
const Truth = Schema.optionalKey(Schema.Boolean)

/** The one question that is asked over HTTP so far: may this be a password? */
const AskPassword = Schema.Struct({
  question: Schema.Literal("password"),
  mode: Schema.Literal("simulation"),
  detail: Schema.optionalKey(Schema.Literals(["result", "full"])),
  facts: Schema.Struct({
    password: Schema.Struct({ text: Text, confirm: Text, username: Text, blocklisted: Truth })
  })
})

export const readQuestion = readJson(AskPassword)

/**
 * `POST /v1/decisions`: 200 with the decision from the given facts alone.
 *
 * **Details**
 *
 * A simulation looks nothing up and is not logged. What is not given is not known: the decision says `NeedsFacts`.
 */
export const decisionRoutes = (answer: Answer<Ports>) =>
  new Hono<HttpEnv>().post("/", (c) =>
    answer(
      c,
      Effect.gen(function* () {
        const { detail = "result", facts } = yield* readQuestion(c)
        const { ask, pin } = yield* (yield* RuleSets).inForce(yield* DateTime.now)
        const { decision, findings } = ask.password.evaluate(facts)
        return c.json({
          ruleSet: pin,
          decision: {
            result: decision._tag,
            ...explainToPartner(ask.password, facts),
            advice: explainToTaxpayer(ask.password, facts)
          },
          ...(detail === "full" && {
            findings: findings.map(({ outcome, rule }) => ({ rule: rule.id, title: rule.title, outcome }))
          })
        })
      })
    )
  )
