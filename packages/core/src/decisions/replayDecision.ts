import { Effect, Redacted } from "effect"
import type { Decision, Outcome } from "../engine/ask.ts"
import { diff } from "../engine/whatIf.ts"
import type { Replay } from "../engine/whatIf.ts"
import { askedIn } from "./decide.ts"
import { DecisionError } from "./DecisionError.ts"
import { DecisionLog } from "./DecisionLog.ts"
import type { StaffLook } from "./KeptDecision.ts"
import { isQuestionId } from "./questionIds.ts"
import { RuleSets } from "./RuleSets.ts"

/** What a decision was, to be held against another: by rule, so that one rule more does not move the others. */
const said = (
  result: Decision<unknown>["_tag"],
  rule: string | null,
  findings: ReadonlyArray<readonly [string, Outcome]>
) => ({ result, rule, findings: Object.fromEntries(findings) })

/**
 * Decides again what is on record: the same facts, under the rule set that it was pinned to.
 *
 * **Details**
 *
 * `equal`, or the places where the two part, `findings.R-07: "fail" -> "pass"`: rules and outcomes, never facts. Where
 * the rule set says something otherwise now, or nobody has it any more, that is a place: other rules decided. Fails where there is no such decision.
 *
 * @rule D-42
 */
export const replayDecision = Effect.fn("replayDecision")(function* (id: string, look: StaffLook) {
  const kept = yield* (yield* DecisionLog).find(id, look)
  if (kept === null) return yield* new DecisionError({ reason: { _tag: "NotFound" } })
  const rules = yield* (yield* RuleSets).find(kept.ruleSet)
  if (rules === null || !isQuestionId(kept.question)) {
    return { result: "diverged", at: diff(kept.ruleSet.hash, null, "ruleSet") } satisfies Replay
  }
  const { decision, findings } = askedIn(rules, kept.question).evaluate(Redacted.value(kept.facts) as never)
  const at = [
    ...diff(kept.ruleSet.hash, rules.pin.hash, "ruleSet"),
    ...diff(
      said(kept.result, kept.rule, kept.findings),
      said(
        decision._tag,
        "rule" in decision ? decision.rule.id : null,
        findings.map(({ outcome, rule }) => [rule.id, outcome])
      )
    )
  ]
  return (at.length === 0 ? { result: "equal" } : { result: "diverged", at }) satisfies Replay
})
