import { ProfileError, RegistrationLocks } from "@mtc-logon/core/profile"
import { inArray } from "drizzle-orm"
import { DateTime, Effect, Layer, Result } from "effect"
import { Database, query } from "../database/Database.ts"
import { registrationLockTable as locks } from "../database/accessGrantTable.ts"
import { AccessStore } from "./AccessStore.ts"
import { Events } from "./Events.ts"

/** Keeps registration locks in the database. */
export const registrationLocksLayer = Layer.effect(
  RegistrationLocks,
  Effect.gen(function* () {
    const { db, transaction } = yield* Database
    const { record } = yield* Events
    const { lockOwnRoles, ownRoles } = yield* AccessStore

    return RegistrationLocks.of({
      isLocked: Effect.fnUntraced(function* (logonId) {
        const own = (yield* ownRoles(db, logonId)).filter(({ role }) => role === "MasterAdministrator")
        const numbers = own.flatMap(({ owners }) => owners)
        const closed = yield* query(db.select().from(locks).where(inArray(locks.taxpayerDigest, numbers)))
        return (
          own.length > 0 &&
          own.every(({ owners }) => closed.some(({ taxpayerDigest }) => owners.includes(taxpayerDigest)))
        )
      }),

      change: (logonId, now, locked, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const decided = decide(yield* lockOwnRoles(tx, logonId))
            if (Result.isFailure(decided)) return yield* new ProfileError({ reason: decided.failure })
            const { answer, events, next } = decided.success
            const numbers = next.flatMap(({ owners }) => owners)
            const rows = next.map(({ key }) => ({ taxpayerDigest: key, logonId, at: DateTime.toDateUtc(now) }))
            yield* locked
              ? query(tx.insert(locks).values(rows).onConflictDoNothing())
              : query(tx.delete(locks).where(inArray(locks.taxpayerDigest, numbers)))
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, about: { logonId } })
            return answer
          })
        )
    })
  })
)
