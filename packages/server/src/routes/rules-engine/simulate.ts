import type { DecisionView } from "@mtc-logon/core/contract"
import { askedIn } from "@mtc-logon/core/decisions"
import { readKnowledge } from "@mtc-logon/core/questions"
import type { FactsError, KeptRuleSet, QuestionId } from "@mtc-logon/core/questions"
import { explainToPartner, explainToTaxpayer, missing, staffFindingsOf } from "@mtc-logon/core/engine"
import type { Asked, Knowledge } from "@mtc-logon/core/engine"
import { Effect, Result } from "effect"
import { HttpError } from "../../http/HttpError.ts"
import { namedRuleSet } from "./namedRuleSet.ts"
import type { RuleSetName } from "./namedRuleSet.ts"

/** What was given as facts is none: its places in the body. */
export const factsRefused =
  (member: string) =>
  ({ issues }: FactsError): HttpError =>
    new HttpError({
      reason: {
        _tag: "FactsRefused",
        issues: issues.map(({ code, path }) => ({ path: path === "" ? member : `${member}.${path}`, code }))
      }
    })

/** A question under a rule set, as it is asked when only its id is known. */
export type AnyAsked = Asked<object, unknown, unknown>

/** The question of a call under the rule set of the call. */
export const askedUnder = (ruleSet: KeptRuleSet, question: QuestionId): AnyAsked =>
  askedIn(ruleSet, question) as unknown as AnyAsked

/** Finds the rule set that a call names. */
export type FindRuleSet = (call: RuleSetName) => ReturnType<typeof namedRuleSet>

const namedInCall: FindRuleSet = (call) => namedRuleSet(call, "ruleSet")

/** The same for many calls, each name looked up once. */
export const findEachOnce = (): FindRuleSet => {
  const known = new Map<string, ReturnType<typeof namedRuleSet>>()
  return Effect.fnUntraced(function* (call) {
    const name = JSON.stringify([call.ruleSet, call.asOf])
    const found = known.get(name) ?? (yield* Effect.cached(namedInCall(call)))
    known.set(name, found)
    return yield* found
  })
}

/** The rule set that a call names, its question, and what is known, read. */
export const readQuestion = Effect.fnUntraced(function* (
  call: RuleSetName & { readonly question: QuestionId; readonly facts: unknown },
  findRuleSet: FindRuleSet = namedInCall
) {
  const ruleSet = yield* findRuleSet(call)
  const read = Result.mapError(readKnowledge(call.question, call.facts), factsRefused("facts"))
  const facts = (yield* Effect.fromResult(read)) as unknown as Knowledge<object>
  return { asked: askedUnder(ruleSet, call.question), facts, ruleSet }
})

/**
 * Answers a question from the given facts alone.
 *
 * **Details**
 *
 * Nothing is looked up, counted or logged. What is not given is not known: then `missing` says what would settle it.
 */
export const simulate = Effect.fnUntraced(function* (
  {
    detail = "result",
    ...call
  }: Parameters<typeof readQuestion>[0] & { readonly detail?: "result" | "full" | undefined },
  findRuleSet?: FindRuleSet
) {
  const { asked, facts, ruleSet } = yield* readQuestion(call, findRuleSet)
  const evaluation = asked.evaluate(facts)
  const { decision } = evaluation
  return {
    question: call.question,
    ruleSet: ruleSet.pin,
    decision: {
      result: decision._tag,
      ...("grant" in decision && { grant: decision.grant }),
      ...explainToPartner(asked, facts, evaluation),
      advice: explainToTaxpayer(asked, facts, evaluation)
    },
    missing: missing(asked, facts, evaluation),
    ...(detail === "full" && { findings: staffFindingsOf(asked, facts, evaluation) })
  } satisfies typeof DecisionView.Type
})
