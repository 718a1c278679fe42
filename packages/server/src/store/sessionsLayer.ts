import { Sessions } from "@mtc-logon/core/login"
import { and, asc, eq, inArray, isNull } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { Database, query } from "../database/Database.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { sessionTable as sessions } from "../database/sessionTable.ts"
import { taxpayerTable as taxpayers } from "../database/taxpayerTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { endKeysOf } from "./replaceKey.ts"
import { endOthers } from "./endOthers.ts"
import { openSession } from "./openSession.ts"
import { recordEvents } from "./recordEvents.ts"

/** Keeps sessions in the database, each under the digest of its token: that digest is its id. */
export const sessionsLayer = Layer.effect(
  Sessions,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const digests = yield* Digests
    const record = yield* recordEvents
    const endKeys = yield* endKeysOf
    return Sessions.of({
      find: Effect.fnUntraced(function* (token) {
        const mine = inArray(sessions.idDigest, [...digests.allOf("token", token)])
        const [row] = yield* run((db) => db.select().from(sessions).where(mine))
        if (row === undefined) return null
        return {
          id: row.idDigest,
          logonId: row.logonId,
          level: row.level,
          expiresAt: DateTime.fromDateUnsafe(row.expiresAt),
          passwordAt: DateTime.fromDateUnsafe(row.passwordAt),
          termsPending: row.state === "terms",
          lastSeenAt: DateTime.fromDateUnsafe(row.lastSeenAt),
          endedAt: row.endedAt === null ? null : DateTime.fromDateUnsafe(row.endedAt)
        }
      }),

      seen: ({ id }, now) =>
        Effect.asVoid(
          run((db) =>
            db
              .update(sessions)
              .set({ lastSeenAt: DateTime.toDateUtc(now) })
              .where(eq(sessions.idDigest, id))
          )
        ),

      end: ({ id, logonId }, now) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const ended = yield* query(
              tx
                .update(sessions)
                .set({ endedAt: DateTime.toDateUtc(now) })
                .where(and(eq(sessions.idDigest, id), isNull(sessions.endedAt)))
                .returning({ id: sessions.idDigest })
            )
            yield* endKeys(tx, logonId, DateTime.toDateUtc(now))
            const events = ended.map(() => ({ _tag: "LoggedOut" }) as const)
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events })
          })
        ),

      renew: ({ id, logonId }, now) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const [row] = yield* query(tx.select().from(sessions).where(eq(sessions.idDigest, id)).for("update"))
            if (row === undefined) return yield* Effect.die(new Error("A session that is not kept"))
            const { deviceId, expiresAt, level, state } = row
            const passwordAt = DateTime.toDateUtc(now)
            const next = { logonId, level, state, expiresAt, passwordAt, deviceId, inPlaceOf: id }
            const token = yield* openSession(tx, digests, next, now)
            yield* query(tx.update(logons).set({ failedLogIns: 0 }).where(eq(logons.id, logonId)))
            const events = [{ _tag: "PasswordTypedAgain" }] as const
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events })
            return token
          })
        ),

      endAll: ({ id, logonId }, including, now, events) =>
        transaction((tx) =>
          Effect.gen(function* () {
            yield* query(tx.select({ id: logons.id }).from(logons).where(eq(logons.id, logonId)).for("update"))
            yield* endOthers(tx, logonId, including === "others" ? id : null, now)
            yield* endKeys(tx, logonId, DateTime.toDateUtc(now))
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, about: { logonId } })
          })
        ),

      acceptTerms: ({ id, logonId }, { locale, textHash, version }, now) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const at = DateTime.toDateUtc(now)
            const [logon] = yield* query(tx.select().from(logons).where(eq(logons.id, logonId)).for("update"))
            if (logon === undefined) return yield* Effect.die(new Error("A session of no logon"))
            const accepted = { version, at: DateTime.formatIso(now), locale, textHash }
            yield* query(
              tx
                .update(logons)
                .set({
                  termsVersion: version,
                  termsAcceptedAt: at,
                  termsAccepted: [...logon.termsAccepted, accepted]
                })
                .where(eq(logons.id, logonId))
            )
            yield* query(
              tx
                .update(sessions)
                .set({ state: "open" })
                .where(and(eq(sessions.idDigest, id), eq(sessions.state, "terms")))
            )
            const events = [{ _tag: "TermsAccepted", version }] as const
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events })
          })
        ),

      idTypeOf: (logonId) =>
        Effect.map(
          run((db) =>
            db
              .select({ idType: taxpayers.idType })
              .from(grants)
              .innerJoin(taxpayers, eq(taxpayers.taxpayerDigest, grants.taxpayerDigest))
              .where(eq(grants.logonId, logonId))
              .orderBy(asc(grants.createdAt))
              .limit(1)
          ),
          ([row]) => row?.idType ?? "SSN"
        )
    })
  })
)
