import { DecisionLog } from "@mtc-logon/core/decisions"
import { canonical } from "@mtc-logon/core/engine"
import { and, eq } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { Audit } from "../audit/Audit.ts"
import { Database, query } from "../database/Database.ts"
import { decisionTable as decisions } from "../database/decisionTable.ts"
import { verificationAttemptTable as attempts } from "../database/verificationAttemptTable.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"

/** Keeps decisions in the database: outcome in clear, facts and findings sealed. */
export const decisionLogLayer = Layer.effect(
  DecisionLog,
  Effect.gen(function* () {
    const { transaction } = yield* Database
    const sealing = yield* Sealing
    const ids = yield* Ids
    const audit = yield* Audit

    return DecisionLog.of({
      record: ({ at, attempt, evaluation, facts, question, ruleSet }) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const id = ids.make("decision")
            const { decision, findings } = evaluation
            const place = (column: string) => ({ table: "decision", column, row: id })
            const outcomes = findings.map(({ outcome, rule }) => [rule.id, outcome])
            yield* query(
              tx.insert(decisions).values({
                id,
                question,
                ruleSetId: ruleSet.id,
                ruleSetHash: ruleSet.hash,
                facts: sealing.seal(place("facts"), canonical(facts)),
                outcome: decision._tag,
                rule: "rule" in decision ? decision.rule.id : null,
                findings: sealing.seal(place("findings"), canonical(outcomes)),
                at: DateTime.toDateUtc(at)
              })
            )
            yield* query(
              tx
                .update(attempts)
                .set({ state: attempt.failed ? "failed" : "freed" })
                .where(and(eq(attempts.id, attempt.id), eq(attempts.state, "reserved")))
            )
            yield* audit.append(tx, [
              {
                at,
                type: "DecisionMade",
                subjectId: id,
                actor: "person",
                detail: { question, ruleSet: ruleSet.id, outcome: decision._tag }
              }
            ])
            return id
          })
        )
    })
  })
)
