import { Effect } from "effect"
import { replayLog } from "../engine/logOf.ts"
import type { Replay } from "../engine/logOf.ts"
import { diff } from "../engine/whatIf.ts"
import { askedOnRecord } from "./askedOnRecord.ts"
import { findDecision } from "./findDecision.ts"
import type { StaffLook } from "./KeptDecision.ts"
import { isQuestionId } from "../questions/questionIds.ts"
import { RuleSets } from "../questions/RuleSets.ts"

/**
 * Replays a decision on record: the same facts under the rule set that it was pinned to.
 *
 * **Details**
 *
 * Returns `equal` if the new log is the same to the byte and holds the returned result. Otherwise it returns the
 * differences, such as `findings.R-07: "fail" -> "pass"`: results, grants, rules and outcomes, never facts. A rule set
 * that changed since, or no longer exists, is a difference too. Fails if there is no such decision, or if its log
 * cannot be read.
 *
 * @rule D-42
 */
export const replayDecision = Effect.fn("replayDecision")(function* (id: string, look: StaffLook) {
  const { log, question, result, ruleSet, said } = yield* findDecision(id, look)
  const rules = yield* (yield* RuleSets).find(ruleSet)
  if (rules === null || !isQuestionId(question)) {
    return { result: "diverged", at: diff(ruleSet.hash, null, "ruleSet") } satisfies Replay
  }
  const replayed: Replay = replayLog(askedOnRecord(rules, question, said.findings), log)
  const at = [
    ...diff(ruleSet.hash, rules.pin.hash, "ruleSet"),
    ...diff(result, said.decision._tag, "result"),
    ...(replayed.result === "equal" ? [] : replayed.at)
  ]
  return (at.length === 0 ? { result: "equal" } : { result: "diverged", at }) satisfies Replay
})
