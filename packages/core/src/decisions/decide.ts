import { DateTime, Effect } from "effect"
import type { Asked, Decision } from "../engine/ask.ts"
import type { FactsError } from "./FactsError.ts"
import { questionIds } from "./questionIds.ts"
import type { FactsOf, GrantOf, QuestionId } from "./questionIds.ts"
import { readKnowledge } from "./readKnowledge.ts"
import type { RuleSetInForce } from "./RuleSetInForce.ts"
import { RuleSets } from "./RuleSets.ts"

/** A question by its id, under the policy of a rule set. Pure. */
export const askedIn = <I extends QuestionId>(
  { ask }: Pick<RuleSetInForce, "ask">,
  question: I
): Asked<FactsOf<I>, unknown, GrantOf<I>> => ask[questionIds[question]] as never

/**
 * Answers a question with the rule set in force now: the front door.
 *
 * **Details**
 *
 * `facts` is anything, most often parsed JSON: it is read first. Facts that are left out are not known; where they would matter
 * the answer is `NeedsFacts`. Fails with `FactsError`, which names paths and never values.
 *
 * **Gotchas**
 *
 * Only what is given counts: nothing is looked up and no attempt is counted. What a claim is worth on record says
 * `decideOnRecord`.
 */
export const decide = <I extends QuestionId>(
  question: I,
  facts: unknown
): Effect.Effect<Decision<GrantOf<I>>, FactsError, RuleSets> =>
  Effect.gen(function* () {
    const known = yield* Effect.fromResult(readKnowledge(question, facts))
    const rules = yield* (yield* RuleSets).inForce(yield* DateTime.now)
    return askedIn(rules, question).evaluate(known).decision
  })
