import { Effect } from "effect"
import { Hono } from "hono"
import type { Answer } from "../../http/answer.ts"
import { problemToBody } from "../../http/answerProblem.ts"
import { HttpError } from "../../http/HttpError.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import { readJsonText, readText } from "../../http/readJson.ts"
import type { houseLimits } from "../../limits/houseLimits.ts"
import type { Ports } from "../Ports.ts"
import { simulationsOf } from "./decisionRoutes.ts"
import { AskBatchLine } from "./AskDecision.ts"
import { simulate } from "./simulate.ts"

/** What a batch may be at most; a line of it is bounded like a body. */
const bounds = { bytes: 1_048_576, lines: 1_000 }

const type = "application/x-ndjson"
const readLine = readJsonText(AskBatchLine)
const tooLarge = new HttpError({ reason: { _tag: "BodyTooLarge" } })

/**
 * `POST /v1/decisions/batch`: 200 with a line of JSON for each that came, in their order; simulations only.
 *
 * **Details**
 *
 * Lines are `{line, ...}` with the simulated decision, or `{line, problem}`: one that is refused does not touch the others.
 * `line` counts from 1; empty lines are passed over.
 */
export const batchRoutes = (answer: Answer<Ports>, limits: ReturnType<typeof houseLimits>) => {
  const maySimulate = simulationsOf(limits)
  return new Hono<HttpEnv>().post("/batch", (c) =>
    answer(
      c,
      Effect.gen(function* () {
        yield* maySimulate(c)
        if (c.req.header("content-type") !== type) return yield* new HttpError({ reason: { _tag: "NotJsonType" } })
        const text = yield* Effect.promise(() => readText(c.req.raw, bounds.bytes))
        if (typeof text !== "string") return yield* text
        const lines = text
          .split("\n")
          .map((each, at) => ({ line: at + 1, text: each.trim() }))
          .filter((each) => each.text !== "")
        if (lines.length > bounds.lines) return yield* tooLarge
        const answers = yield* Effect.forEach(lines, ({ line, text: each }) =>
          readLine(each).pipe(
            Effect.flatMap(simulate),
            Effect.map((decided) => ({ line, ...decided })),
            Effect.catchTag("HttpError", (error) => Effect.succeed({ line, problem: problemToBody(c, error) }))
          )
        )
        return c.body(answers.map((each) => `${JSON.stringify(each)}\n`).join(""), 200, { "content-type": type })
      })
    )
  )
}
