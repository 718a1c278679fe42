import { AskBatchLine } from "@mtc-logon/core/contract"
import type { rulesEngineCalls } from "@mtc-logon/core/contract"
import { Effect } from "effect"
import { problemToBody } from "../../http/answerProblem.ts"
import { HttpError } from "../../http/HttpError.ts"
import { isMediaType } from "../../http/isMediaType.ts"
import { readJsonText, readText } from "../../http/readJson.ts"
import { houseLimits } from "../../limits/houseLimits.ts"
import { ServerConfig } from "../../ServerConfig.ts"
import type { Handlers } from "../Handlers.ts"
import { limitedTo } from "../limited.ts"
import { findEachOnce, simulate } from "./simulate.ts"

/** What a batch may be at most, and its lines with the empty ones; a line of it is bounded like a body. */
const bounds = { bytes: 1_048_576, lines: 1_000, withEmpty: 2_000 }

/** Lines that count as one call. */
const linesOfUse = 10

/** Lines after which everybody else has a turn. */
const linesAtOnce = 50

const type = "application/x-ndjson"
const readLine = readJsonText(AskBatchLine)
const tooLarge = new HttpError({ reason: { _tag: "BodyTooLarge" } })

/** Lets what others sent meanwhile be read and answered: a turn of the event loop, not of our own fibers alone. */
const letOthers = Effect.promise(() => new Promise<void>((go) => setImmediate(go)))

/**
 * Answers many questions: a line of JSON for each that came, in their order; simulations only.
 *
 * **Details**
 *
 * Lines are `{line, ...}` with the simulated decision, or `{line, problem}`: one that is refused does not touch the others.
 * `line` counts from 1; empty lines are passed over. Ten lines that are begun count as one simulation.
 */
export const decideBatch: Handlers<typeof rulesEngineCalls>["POST /v1/decisions/batch"] = ({ apiKey, c }) =>
  Effect.gen(function* () {
    if (!isMediaType(type, c.req.header("content-type")))
      return yield* new HttpError({ reason: { _tag: "NotJsonType" } })
    const text = yield* Effect.promise(() => readText(c.req.raw, bounds.bytes))
    if (typeof text !== "string") return yield* text
    const all = text.split("\n", bounds.withEmpty + 1)
    if (all.length > bounds.withEmpty) return yield* tooLarge
    const lines = all.map((each, at) => ({ line: at + 1, text: each.trim() })).filter((each) => each.text !== "")
    if (lines.length > bounds.lines) return yield* tooLarge
    const more = Math.ceil(lines.length / linesOfUse) - 1
    if (more > 0) yield* limitedTo(houseLimits(yield* ServerConfig).simulations, apiKey.id, more)
    const findRuleSet = findEachOnce()
    const answers = yield* Effect.forEach(lines, ({ line, text: each }, at) =>
      readLine(each).pipe(
        Effect.flatMap((call) => simulate(call, findRuleSet)),
        Effect.map((decided) => ({ line, ...decided })),
        Effect.catchTag("HttpError", (error) => Effect.succeed({ line, problem: problemToBody(c, error) })),
        Effect.tap(at % linesAtOnce === linesAtOnce - 1 ? letOthers : Effect.void)
      )
    )
    return c.body(answers.map((each) => `${JSON.stringify(each)}\n`).join(""), 200, { "content-type": type })
  })
