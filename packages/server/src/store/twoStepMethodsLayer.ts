import { TwoStepError, TwoStepMethods } from "@mtc-logon/core/two-step"
import { and, eq, isNull, notInArray } from "drizzle-orm"
import { DateTime, Effect, Layer, Result } from "effect"
import { Database, query } from "../database/Database.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { securityCodeTable as codes } from "../database/securityCodeTable.ts"
import { twoStepMethodTable as methods } from "../database/twoStepMethodTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { endOthers } from "./endOthers.ts"
import { keepNotMeCode, ofChange } from "./keepNotMeCode.ts"
import { methodOf, targetPlace } from "./methodOf.ts"
import { recordEvents } from "./recordEvents.ts"
import { sealWays } from "./sealWays.ts"

/** Keeps two-step methods in the database, their targets sealed. */
export const twoStepMethodsLayer = Layer.effect(
  TwoStepMethods,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const digests = yield* Digests
    const sealing = yield* Sealing
    const ids = yield* Ids
    const keepCode = yield* keepNotMeCode
    const record = yield* recordEvents

    return TwoStepMethods.of({
      list: (logonId) =>
        Effect.map(
          run((db) =>
            db
              .select()
              .from(methods)
              .where(and(eq(methods.logonId, logonId), isNull(methods.removedAt)))
              .orderBy(methods.createdAt)
          ),
          (rows) => rows.map((row) => methodOf(sealing, row))
        ),

      add: (logonId, { kind, secret, target }, now, events) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const at = DateTime.toDateUtc(now)
            const id = ids.make("two-step-method")
            const unconfirmed = and(
              eq(methods.logonId, logonId),
              eq(methods.kind, kind),
              isNull(methods.confirmedAt),
              isNull(methods.removedAt)
            )
            const awaited = tx
              .select({ id: codes.methodId })
              .from(codes)
              .where(and(eq(codes.logonId, logonId), eq(codes.state, "open")))
            yield* query(
              tx
                .update(methods)
                .set({ removedAt: at })
                .where(and(unconfirmed, notInArray(methods.id, awaited)))
            )
            yield* query(
              tx.insert(methods).values({
                id,
                logonId,
                kind,
                target: sealing.seal(targetPlace(id), secret ?? target ?? ""),
                targetDigest:
                  target === null ? null : digests.of(kind === "sms" ? "phone" : "email", target.toLowerCase()),
                createdAt: at
              })
            )
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events })
            return { id, kind, target, confirmed: false }
          })
        ),

      remove: ({ logonId, sessionId }, methodId, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const at = DateTime.toDateUtc(now)
            yield* query(tx.select({ id: logons.id }).from(logons).where(eq(logons.id, logonId)).for("update"))
            const own = yield* query(
              tx
                .select()
                .from(methods)
                .where(and(eq(methods.logonId, logonId), isNull(methods.removedAt)))
                .orderBy(methods.createdAt)
                .for("update")
            )
            const notMeId = ids.make("not-me-code")
            const decided = decide(
              own.map((row) => methodOf(sealing, row)),
              notMeId
            )
            if (Result.isFailure(decided)) return yield* new TwoStepError({ reason: decided.failure })
            const { events, undo } = decided.success
            if (undo !== null) {
              const before = yield* sealWays(tx, sealing, notMeId, logonId)
              yield* keepCode(tx, { ...ofChange(notMeId, logonId), part: "two-step", before }, now, undo.until)
            }
            yield* query(tx.update(methods).set({ removedAt: at }).where(eq(methods.id, methodId)))
            yield* query(
              tx
                .update(codes)
                .set({ state: "superseded" })
                .where(and(eq(codes.methodId, methodId), eq(codes.state, "open")))
            )
            const worked = own.some(({ confirmedAt, id }) => id === methodId && confirmedAt !== null)
            if (worked) yield* endOthers(tx, logonId, sessionId, now)
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, about: { logonId } })
          })
        )
    })
  })
)
