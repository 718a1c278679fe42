import { RecoveryCodes } from "@mtc-logon/core/two-step"
import { and, count, eq, inArray } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { Database, query } from "../database/Database.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { recoveryCodeTable as codes } from "../database/recoveryCodeTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { newRecoveryCode } from "../secrets/newRecoveryCode.ts"
import { keepNotMeCode, ofChange } from "./keepNotMeCode.ts"
import { recordEvents } from "./recordEvents.ts"
import { noTokens, secondStepStore } from "./secondStepStore.ts"

/** Keeps recovery codes in the database, as keyed digests. */
export const recoveryCodesLayer = Layer.effect(
  RecoveryCodes,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const digests = yield* Digests
    const ids = yield* Ids
    const keepCode = yield* keepNotMeCode
    const record = yield* recordEvents
    const { finish, lock } = yield* secondStepStore

    const open = (logonId: string) => and(eq(codes.logonId, logonId), eq(codes.state, "open"))

    return RecoveryCodes.of({
      make: (logonId, wanted, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const createdAt = DateTime.toDateUtc(now)
            yield* query(tx.select({ id: logons.id }).from(logons).where(eq(logons.id, logonId)).for("update"))
            yield* query(tx.update(codes).set({ state: "replaced" }).where(open(logonId)))
            const made = Array.from({ length: wanted.count }, () => newRecoveryCode(wanted.characters))
            yield* query(
              tx.insert(codes).values(
                made.map((code) => ({
                  id: ids.make("recovery-code"),
                  logonId,
                  codeDigest: digests.of("recovery-code", code),
                  state: "open" as const,
                  createdAt
                }))
              )
            )
            const notMeId = ids.make("not-me-code")
            const { events, undo } = decide(notMeId)
            yield* keepCode(
              tx,
              { ...ofChange(notMeId, logonId), part: "recovery-codes", before: null },
              now,
              undo.until
            )
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, about: { logonId } })
            return made
          })
        ),

      left: (logonId) =>
        Effect.map(
          run((db) => db.select({ left: count() }).from(codes).where(open(logonId))),
          ([row]) => row?.left ?? 0
        ),

      change: (challenge, typed, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const { logonId } = challenge
            const { session, standingFor } = yield* lock(tx, challenge)
            const mine = and(
              eq(codes.logonId, logonId),
              inArray(codes.codeDigest, [...digests.allOf("recovery-code", typed)])
            )
            const [code] = yield* query(tx.select().from(codes).where(mine).for("update"))
            const state = session === null ? "none" : (code?.state ?? "none")
            const { answer, events, next } = decide({ ...standingFor(null), state })
            if (next === "unchanged") return { answer, tokens: noTokens }
            if (next.confirmed && code !== undefined) {
              yield* query(
                tx
                  .update(codes)
                  .set({ state: "used", usedAt: DateTime.toDateUtc(now) })
                  .where(eq(codes.id, code.id))
              )
            }
            return { answer, tokens: yield* finish(tx, challenge, session, null, next, events, now) }
          })
        )
    })
  })
)
