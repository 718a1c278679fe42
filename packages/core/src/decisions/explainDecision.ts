import { DateTime, Effect, Redacted } from "effect"
import { staffFindingsOf } from "../engine/explain.ts"
import type { StaffFinding } from "../engine/explain.ts"
import { askedIn } from "./decide.ts"
import { DecisionError } from "./DecisionError.ts"
import { DecisionLog } from "./DecisionLog.ts"
import type { StaffLook } from "./KeptDecision.ts"
import { isQuestionId } from "./questionIds.ts"
import { RuleSets } from "./RuleSets.ts"

/**
 * A decision on record as staff may see it: every rule with the outcome that was logged, and what it read, masked.
 *
 * **Details**
 *
 * A rule that exists no longer has its outcome and no more. Fails where there is no such decision.
 *
 * @rule D-27 @rule D-43
 */
export const explainDecision = Effect.fn("explainDecision")(function* (id: string, look: StaffLook) {
  const kept = yield* (yield* DecisionLog).find(id, look)
  if (kept === null) return yield* new DecisionError({ reason: { _tag: "NotFound" } })
  const { at, facts, findings, question, result, rule, ruleSet } = kept
  const rules = yield* (yield* RuleSets).find(ruleSet)
  const explained =
    rules === null || !isQuestionId(question)
      ? []
      : staffFindingsOf(askedIn(rules, question), Redacted.value(facts) as never)
  const known = new Map(explained.map((finding) => [finding.rule, finding]))
  return {
    id,
    question,
    ruleSet,
    result,
    rule,
    at: DateTime.formatIso(at),
    findings: findings.map(([its, outcome]): StaffFinding => ({
      ...(known.get(its) ?? { rule: its, title: "", cites: [], read: [] }),
      outcome
    }))
  }
})
