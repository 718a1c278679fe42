import { DecisionLog } from "@mtc-logon/core/decisions"
import type { DecisionReceipt, LoggedDecision } from "@mtc-logon/core/decisions"
import { and, desc, eq, inArray } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { brokenSealEvent } from "../audit/auditBrokenSeal.ts"
import { Audit } from "../audit/Audit.ts"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { decisionTable as decisions } from "../database/decisionTable.ts"
import { lockLetterTable as lockLetters } from "../database/letterTable.ts"
import { verificationAttemptTable as attempts } from "../database/verificationAttemptTable.ts"
import { RateLimits } from "../limits/RateLimits.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { SealBroken, Sealing } from "../secrets/Sealing.ts"
import { sealedBlocks } from "../secrets/sealedBlocks.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { Events } from "./Events.ts"

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u

const place = (row: string) => ({ table: "decision", column: "log", row })

/** Blocks that each log fits in, so that its length tells no cause. @rule D-09 */
const sealedLog = sealedBlocks(4_096)

const receiptOf = (row: typeof decisions.$inferSelect): DecisionReceipt => ({
  id: row.id,
  question: row.question,
  ruleSet: { id: row.ruleSetId, hash: row.ruleSetHash },
  result: row.outcome,
  at: DateTime.fromDateUnsafe(row.at)
})

/** Keeps decisions in the database: result in clear, and why sealed. */
export const decisionLogLayer = Layer.effect(
  DecisionLog,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const sealing = yield* Sealing
    const ids = yield* Ids
    const audit = yield* Audit
    const digests = yield* Digests
    const { record } = yield* Events
    const { useIn } = yield* RateLimits

    /** Takes the place of the last letter of this kind to the owner of this number, where one is due. */
    const tellOwner = Effect.fnUntraced(function* (
      tx: Db,
      { kind, taxpayer, tells }: NonNullable<LoggedDecision["lock"]>,
      at: DateTime.Utc
    ) {
      const taxpayerDigest = digests.ofTaxpayer(taxpayer)
      const owners = [...digests.allOfTaxpayer(taxpayer)]
      yield* lockTaxpayer(tx, taxpayerDigest)
      const [last] = yield* query(
        tx
          .select()
          .from(lockLetters)
          .where(and(inArray(lockLetters.taxpayerDigest, owners), eq(lockLetters.kind, kind)))
          .orderBy(desc(lockLetters.toldAt))
      )
      if (!tells(last === undefined ? null : DateTime.fromDateUnsafe(last.toldAt))) return false
      const toldAt = DateTime.toDateUtc(at)
      yield* query(
        tx
          .insert(lockLetters)
          .values({ taxpayerDigest, kind, toldAt })
          .onConflictDoUpdate({ target: [lockLetters.taxpayerDigest, lockLetters.kind], set: { toldAt } })
      )
      return true
    })

    /**
     * Alarms operators, once a day for a number, that letters are guessed from many networks: an id, and nothing of the number.
     *
     * @rule D-61
     */
    const alarm = Effect.fnUntraced(function* (tx: Db, taxpayerDigest: string, decisionId: string) {
      const limit = { name: "letters-alarm", uses: 1, window: "1 day" } as const
      if (!(yield* useIn(tx, limit, taxpayerDigest)).allowed) return
      yield* Effect.logWarning("Letter IDs are guessed for one number from many networks").pipe(
        Effect.annotateLogs({ decisionId })
      )
    })

    return DecisionLog.of({
      record: ({ askedBy, at, attempt, lock, log, question, result, ruleSet }) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const id = ids.make("decision")
            const told = lock === null ? false : yield* tellOwner(tx, lock, at)
            if (lock?.kind === "letter") yield* alarm(tx, digests.ofTaxpayer(lock.taxpayer), id)
            yield* query(
              tx.insert(decisions).values({
                id,
                question,
                ruleSetId: ruleSet.id,
                ruleSetHash: ruleSet.hash,
                outcome: result,
                log: sealedLog.seal(sealing, place(id), log),
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
            const tag = lock?.kind === "letter" ? "OwnerToldOfGuesses" : "OwnerToldOfLock"
            const events = told ? [{ _tag: tag } as const] : []
            yield* audit.append(tx, [
              {
                at,
                type: "DecisionMade",
                subjectId: id,
                actor: askedBy === null ? "person" : `partner:${askedBy}`,
                detail: { question, ruleSet: ruleSet.id, outcome: result }
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
            // The look stays in the trail, whether or not there is something left to see.
            const log = yield* Effect.try({
              try: () => sealedLog.open(sealing, place(id), row.log),
              catch: (failure) => failure
            }).pipe(
              Effect.tapError((failure) =>
                failure instanceof SealBroken ? audit.append(tx, [brokenSealEvent(failure, at)]) : Effect.void
              ),
              Effect.catch(() =>
                Effect.as(Effect.logError("A decision on record does not open").pipe(Effect.annotateLogs({ id })), null)
              )
            )
            return { ...receiptOf(row), log }
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
