import { DateTime, Effect } from "effect"
import { staffFindingsOf } from "../engine/explain.ts"
import type { StaffFinding } from "../engine/explain.ts"
import { knowledgeOfLog } from "../engine/logOf.ts"
import { askedOnRecord } from "./askedOnRecord.ts"
import { findDecision } from "./findDecision.ts"
import type { StaffLook } from "./KeptDecision.ts"
import { isQuestionId } from "../questions/questionIds.ts"
import { RuleSets } from "../questions/RuleSets.ts"

/**
 * Returns a decision on record as staff can see it: every rule with its logged outcome, and what it read, masked.
 *
 * **Details**
 *
 * A rule that no longer exists has only its outcome. Fails if there is no such decision, or if its log cannot be read.
 *
 * @rule D-27 @rule D-43
 */
export const explainDecision = Effect.fn("explainDecision")(function* (id: string, look: StaffLook) {
  const { at, log, question, result, ruleSet, said } = yield* findDecision(id, look)
  const rules = yield* (yield* RuleSets).find(ruleSet)
  const explained =
    rules === null || !isQuestionId(question)
      ? []
      : staffFindingsOf(askedOnRecord(rules, question, said.findings), knowledgeOfLog(log))
  const known = new Map(explained.map((finding) => [finding.rule, finding]))
  return {
    id,
    question,
    ruleSet,
    result,
    rule: said.decision.rule ?? null,
    at: DateTime.formatIso(at),
    findings: said.findings.map(([its, outcome]): StaffFinding => ({
      ...(known.get(its) ?? { rule: its, title: "", cites: [], read: [] }),
      outcome
    }))
  }
})
