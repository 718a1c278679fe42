import { Sessions } from "@mtc-logon/core/login"
import { asc, eq, inArray } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { Database } from "../database/Database.ts"
import { sessionTable as sessions } from "../database/logonTable.ts"
import { taxpayerTable as taxpayers } from "../database/taxpayerTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { taxpayerOfGrant } from "./claimOfGrants.ts"

/** Keeps sessions in the database, each under the digest of its token: that digest is its id. */
export const sessionsLayer = Layer.effect(
  Sessions,
  Effect.gen(function* () {
    const { db, run } = yield* Database
    const digests = yield* Digests
    const sealing = yield* Sealing
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

      idTypeOf: Effect.fnUntraced(function* (logonId) {
        const [grant] = yield* run((db) =>
          db.select().from(grants).where(eq(grants.logonId, logonId)).orderBy(asc(grants.createdAt)).limit(1)
        )
        if (grant === undefined) return "SSN"
        const { owners } = yield* taxpayerOfGrant(db, sealing, digests, grant)
        const [row] = yield* run((db) =>
          db.select({ idType: taxpayers.idType }).from(taxpayers).where(inArray(taxpayers.taxpayerDigest, owners))
        )
        return row?.idType ?? "SSN"
      })
    })
  })
)
