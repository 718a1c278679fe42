import type { AnalysisView, rulesEngineCalls } from "@mtc-logon/core/contract"
import { RuleSets } from "@mtc-logon/core/questions"
import { presentRuleId } from "@mtc-logon/core/rule-sets"
import { Effect } from "effect"
import type { Context } from "hono"
import { HttpError } from "../../http/HttpError.ts"
import type { Handlers } from "../Handlers.ts"
import { findRuleSet } from "./namedRuleSet.ts"
import type { MadeAnalysis } from "./readAnalyses.ts"
import { ruleSetToLine, ruleSetToView, rulesToView } from "./ruleSetToView.ts"

const notFound = new HttpError({ reason: { _tag: "RouteNotFound" } })

/** Whether what the caller has is still what there is. */
const isKnown = (c: Context, tag: string): boolean =>
  (c.req.header("if-none-match") ?? "").split(",").some((each) => ["*", tag].includes(each.trim().replace(/^W\//, "")))

/** 200 with the body and its tag, or 304 where the caller has it; to be asked for again each time. */
const tagged = <B>(c: Context, version: string, body: () => B) => {
  const tag = `"${version}"`
  c.header("etag", tag)
  c.header("cache-control", "no-cache")
  return isKnown(c, tag) ? ([304, undefined] as const) : ([200, body()] as const)
}

/** The rule set of a path: `id`, with the day of the query, or `id@hash`. */
const ruleSetOf = Effect.fnUntraced(function* (name: string, asOf: string | undefined) {
  const found = yield* findRuleSet({ ruleSet: name, asOf })
  return found ?? (yield* notFound)
})

/**
 * What the server decides by, for everybody: the list of rule sets, one of them, one rule of it, and its analysis.
 *
 * **Details**
 *
 * Without a key: a rule that everybody must keep is no secret. 200 with an `ETag`, or 304.
 *
 * @adr 0018
 */
export const ruleSetHandlers = (
  analyses: ReadonlyMap<string, MadeAnalysis>
): Pick<Handlers<typeof rulesEngineCalls>, `GET /v1/rule-sets${string}` & keyof typeof rulesEngineCalls> => ({
  "GET /v1/rule-sets": () => Effect.map(RuleSets, ({ all }) => ({ ruleSets: all.map(ruleSetToLine) })),
  "GET /v1/rule-sets/{name}": ({ c, params, query }) =>
    Effect.map(ruleSetOf(params.name, query.asOf), (ruleSet) =>
      tagged(c, ruleSet.pin.hash, () => ruleSetToView(ruleSet))
    ),
  "GET /v1/rule-sets/{name}/rules/{rule}": ({ c, params, query }) =>
    Effect.gen(function* () {
      const ruleSet = yield* ruleSetOf(params.name, query.asOf)
      const rule = rulesToView(ruleSet).find(({ id }) => id === presentRuleId(params.rule))
      if (rule === undefined) return yield* notFound
      const { pin } = ruleSet
      return tagged(c, pin.hash, () => ({ ruleSet: pin, rule }))
    }),
  "GET /v1/rule-sets/{name}/analysis": ({ c, params, query }) =>
    Effect.gen(function* () {
      const { madeOf, pin } = yield* ruleSetOf(params.name, query.asOf)
      const made = analyses.get(madeOf.pin.hash)
      if (made === undefined) return yield* notFound
      const { analysis, digest } = made
      return tagged(c, `${pin.hash}.${digest}`, (): typeof AnalysisView.Type => ({
        ruleSet: pin,
        changes: madeOf.changes,
        ...analysis
      }))
    })
})
