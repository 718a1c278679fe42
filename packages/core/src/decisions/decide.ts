import { DateTime, Effect } from "effect"
import type { Asked, Decision } from "../engine/ask.ts"
import type { FactsError } from "../questions/FactsError.ts"
import { questionIds } from "../questions/questionIds.ts"
import type { FactsOf, GrantOf, QuestionId } from "../questions/questionIds.ts"
import { readKnowledge } from "../questions/readKnowledge.ts"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"

/** Returns a question by its id, bound to the policy of a rule set. Pure. */
export const askedIn = <I extends QuestionId>(
  { ask }: Pick<RuleSetInForce, "ask">,
  question: I
): Asked<FactsOf<I>, unknown, GrantOf<I>> => ask[questionIds[question]] as never

/**
 * Decides a question with the rule set in force now. This is the main entry point.
 *
 * **Details**
 *
 * `facts` can be any value, usually parsed JSON. A fact that is left out is unknown; if it matters, the decision is
 * `NeedsFacts`. Fails with `FactsError`, which names paths and never values.
 *
 * **Gotchas**
 *
 * It uses only the given facts: it looks up nothing and counts no attempt. To decide a claim on record, use
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
