import { DecisionLog } from "@mtc-logon/core/decisions"
import type { LoggedDecision } from "@mtc-logon/core/decisions"
import { canonical } from "@mtc-logon/core/engine"
import { and, eq, inArray } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { Audit } from "../audit/Audit.ts"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { decisionTable as decisions } from "../database/decisionTable.ts"
import { lockLetterTable as lockLetters } from "../database/lockLetterTable.ts"
import { verificationAttemptTable as attempts } from "../database/verificationAttemptTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { recordEvents } from "./recordEvents.ts"

/** Keeps decisions in the database: outcome in clear, facts and findings sealed. */
export const decisionLogLayer = Layer.effect(
  DecisionLog,
  Effect.gen(function* () {
    const { transaction } = yield* Database
    const sealing = yield* Sealing
    const ids = yield* Ids
    const audit = yield* Audit
    const digests = yield* Digests
    const record = yield* recordEvents

    /** Takes the place of the last letter about a lock of this number, where one is due. */
    const tellOwner = Effect.fnUntraced(function* (
      tx: Db,
      { taxpayer, tells }: NonNullable<LoggedDecision["lock"]>,
      at: DateTime.Utc
    ) {
      const taxpayerDigest = digests.ofTaxpayer(taxpayer)
      const owners = [...digests.allOfTaxpayer(taxpayer)]
      yield* lockTaxpayer(tx, taxpayerDigest)
      const [last] = yield* query(tx.select().from(lockLetters).where(inArray(lockLetters.taxpayerDigest, owners)))
      if (!tells(last === undefined ? null : DateTime.fromDateUnsafe(last.toldAt))) return false
      const toldAt = DateTime.toDateUtc(at)
      yield* query(
        tx
          .insert(lockLetters)
          .values({ taxpayerDigest, toldAt })
          .onConflictDoUpdate({ target: lockLetters.taxpayerDigest, set: { toldAt } })
      )
      return true
    })

    return DecisionLog.of({
      record: ({ at, attempt, evaluation, facts, lock, question, ruleSet }) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const id = ids.make("decision")
            const told = lock === null ? false : yield* tellOwner(tx, lock, at)
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
                attemptId: attempt.id,
                at: DateTime.toDateUtc(at)
              })
            )
            yield* query(
              tx
                .update(attempts)
                .set({ state: attempt.failed ? "failed" : "freed" })
                .where(and(eq(attempts.id, attempt.id), eq(attempts.state, "reserved")))
            )
            const events = told ? [{ _tag: "OwnerToldOfLock" } as const] : []
            yield* audit.append(tx, [
              {
                at,
                type: "DecisionMade",
                subjectId: id,
                actor: "person",
                detail: { question, ruleSet: ruleSet.id, outcome: decision._tag }
              }
            ])
            if (lock !== null) {
              yield* record(tx, { subjectId: id, actor: "system", at, events, taxpayer: lock.taxpayer })
            }
            return id
          })
        )
    })
  })
)
