import { Sessions } from "@mtc-logon/core/login"
import { and, eq, inArray, isNull } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { Database, query } from "../database/Database.ts"
import { sessionTable as sessions } from "../database/sessionTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { recordEvents } from "./recordEvents.ts"

/** Keeps sessions in the database, each under the digest of its token: that digest is its id. */
export const sessionsLayer = Layer.effect(
  Sessions,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const digests = yield* Digests
    const record = yield* recordEvents
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
            const events = ended.map(() => ({ _tag: "LoggedOut" }) as const)
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events })
          })
        )
    })
  })
)
