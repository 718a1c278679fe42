import { DecisionLog } from "@mtc-logon/core/decisions"
import type { DecisionReceipt, LoggedDecision } from "@mtc-logon/core/decisions"
import { canonical, knowledgeOfLog } from "@mtc-logon/core/engine"
import { and, eq, inArray } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted } from "effect"
import * as Schema from "effect/Schema"
import { Audit } from "../audit/Audit.ts"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { decisionTable as decisions } from "../database/decisionTable.ts"
import { lockLetterTable as lockLetters } from "../database/lockLetterTable.ts"
import { verificationAttemptTable as attempts } from "../database/verificationAttemptTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { sealedJson } from "../secrets/sealedJson.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { recordEvents } from "./recordEvents.ts"

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u

const sealedFacts = sealedJson(Schema.Unknown)
const outcome = Schema.Literals(["pass", "fail", "pending", "notApplicable"])
const sealedFindings = sealedJson(Schema.Array(Schema.Tuple([Schema.String, outcome])))

const receiptOf = (row: typeof decisions.$inferSelect): DecisionReceipt => ({
  id: row.id,
  question: row.question,
  ruleSet: { id: row.ruleSetId, hash: row.ruleSetHash },
  result: row.outcome as DecisionReceipt["result"],
  at: DateTime.fromDateUnsafe(row.at)
})

/** Keeps decisions in the database: outcome in clear, facts and findings sealed. */
export const decisionLogLayer = Layer.effect(
  DecisionLog,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
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
      record: ({ askedBy, at, attempt, evaluation, facts, lock, question, ruleSet }) =>
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
                apiKeyId: askedBy,
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
                actor: askedBy === null ? "person" : `partner:${askedBy}`,
                detail: { question, ruleSet: ruleSet.id, outcome: decision._tag }
              }
            ])
            if (lock !== null) {
              yield* record(tx, { subjectId: id, actor: "system", at, events, taxpayer: lock.taxpayer })
            }
            return id
          })
        ),

      find: (id, { at, by, caseNumber, purpose }) =>
        transaction((tx) =>
          Effect.gen(function* () {
            if (!uuid.test(id)) return null
            const [row] = yield* query(tx.select().from(decisions).where(eq(decisions.id, id)))
            if (row === undefined) return null
            yield* audit.append(tx, [
              { at, type: "DecisionSeen", subjectId: id, actor: `staff:${by}`, detail: { caseNumber, purpose } }
            ])
            const place = (column: string) => ({ table: "decision", column, row: id })
            const facts = sealedFacts.open(sealing, place("facts"), row.facts)
            return {
              ...receiptOf(row),
              rule: row.rule,
              facts: Redacted.make(knowledgeOfLog<object>(canonical(facts))),
              findings: sealedFindings.open(sealing, place("findings"), row.findings)
            }
          })
        ),

      receipt: (id, askedBy) =>
        Effect.gen(function* () {
          if (!uuid.test(id)) return null
          const theirs = and(eq(decisions.id, id), eq(decisions.apiKeyId, askedBy))
          const [row] = yield* run((db) => db.select().from(decisions).where(theirs))
          return row === undefined ? null : receiptOf(row)
        })
    })
  })
)
