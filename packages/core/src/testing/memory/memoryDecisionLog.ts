import { Effect } from "effect"
import { DecisionLog } from "../../decisions/DecisionLog.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"

/** Keeps decisions, and settles their attempts with them. */
export const memoryDecisionLog = ({ attempts, decisions, makeId }: MemoryHouse["Service"]) =>
  DecisionLog.of({
    find: (id) =>
      Effect.sync(() => {
        const decision = decisions.get(id)
        if (decision === undefined) return null
        const { at, log, question, result, ruleSet } = decision
        return { id, question, ruleSet, result, at, log }
      }),
    receipt: (id, askedBy) =>
      Effect.sync(() => {
        const decision = decisions.get(id)
        if (decision === undefined || decision.askedBy !== askedBy) return null
        const { at, question, result, ruleSet } = decision
        return { id, question, ruleSet, result, at }
      }),
    record: (decision) =>
      Effect.sync(() => {
        const id = makeId("decision")
        decisions.set(id, decision)
        const attempt = attempts.get(decision.attempt.id)
        if (attempt?.state === "reserved") {
          attempts.set(attempt.id, { ...attempt, state: decision.attempt.failed ? "failed" : "freed" })
        }
        return id
      })
  })
