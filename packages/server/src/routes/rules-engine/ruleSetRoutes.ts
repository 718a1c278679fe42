import { RuleSets } from "@mtc-logon/core/decisions"
import { Effect } from "effect"
import { Hono } from "hono"
import type { Context } from "hono"
import type { Answer } from "../../http/answer.ts"
import { HttpError } from "../../http/HttpError.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import type { Ports } from "../Ports.ts"
import type { AnalysisView } from "./AnalysisView.ts"
import { findRuleSet } from "./namedRuleSet.ts"
import type { MadeAnalysis } from "./readAnalyses.ts"
import { ruleSetToLine, ruleSetToView, rulesToView } from "./RuleSetView.ts"
import type { RuleAnswerView, RuleSetListView } from "./RuleSetView.ts"

const notFound = new HttpError({ reason: { _tag: "RouteNotFound" } })

/** Whether what the caller has is still what there is. */
const isKnown = (c: Context, tag: string): boolean =>
  (c.req.header("if-none-match") ?? "").split(",").some((each) => ["*", tag].includes(each.trim().replace(/^W\//, "")))

/** 200 with the body and its tag, or 304 where the caller has it; to be asked for again each time. */
const tagged = (c: Context, version: string, body: () => object): Response => {
  const tag = `"${version}"`
  c.header("etag", tag)
  c.header("cache-control", "no-cache")
  return isKnown(c, tag) ? c.body(null, 304) : c.json(body())
}

/** The rule set of the path: `id`, with the day of the query, or `id@hash`. */
const ruleSetOf = Effect.fnUntraced(function* (c: Context) {
  const found = yield* findRuleSet({ ruleSet: c.req.param("name"), asOf: c.req.query("asOf") })
  return found ?? (yield* notFound)
})

/**
 * What the house decides by, for everybody: the list of rule sets, one of them, one rule of it, and its analysis.
 *
 * **Details**
 *
 * Without a key: a rule that everybody must keep is no secret. 200 with an `ETag`, or 304.
 *
 * @adr 0018
 */
export const ruleSetRoutes = (answer: Answer<Ports>, analyses: ReadonlyMap<string, MadeAnalysis>) =>
  new Hono<HttpEnv>()
    .get("/", (c) =>
      answer(
        c,
        Effect.map(RuleSets, ({ all }) => c.json<typeof RuleSetListView.Type>({ ruleSets: all.map(ruleSetToLine) }))
      )
    )
    .get("/:name", (c) =>
      answer(
        c,
        Effect.map(ruleSetOf(c), (ruleSet) => tagged(c, ruleSet.pin.hash, () => ruleSetToView(ruleSet)))
      )
    )
    .get("/:name/rules/:rule", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const ruleSet = yield* ruleSetOf(c)
          const rule = rulesToView(ruleSet).find(({ id }) => id === c.req.param("rule"))
          if (rule === undefined) return yield* notFound
          const { pin } = ruleSet
          return tagged(c, pin.hash, (): typeof RuleAnswerView.Type => ({ ruleSet: pin, rule }))
        })
      )
    )
    .get("/:name/analysis", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { madeOf, pin } = yield* ruleSetOf(c)
          const made = analyses.get(madeOf.pin.hash)
          if (made === undefined) return yield* notFound
          const { analysis, digest } = made
          return tagged(c, `${pin.hash}.${digest}`, (): typeof AnalysisView.Type => ({
            ruleSet: pin,
            changes: madeOf.changes,
            ...analysis
          }))
        })
      )
    )
