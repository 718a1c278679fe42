import { ProfileError, RegistrationLocks } from "@mtc-logon/core/profile"
import { inArray } from "drizzle-orm"
import { DateTime, Effect, Layer, Result } from "effect"
import { Database, query } from "../database/Database.ts"
import { registrationLockTable as locks } from "../database/registrationLockTable.ts"
import { ownRolesOf } from "./ownRolesOf.ts"
import type { Owned } from "./ownRolesOf.ts"
import { recordEvents } from "./recordEvents.ts"

/** Keeps registration locks in the database. */
export const registrationLocksLayer = Layer.effect(
  RegistrationLocks,
  Effect.gen(function* () {
    const { db, transaction } = yield* Database
    const record = yield* recordEvents

    return RegistrationLocks.of({
      isLocked: Effect.fnUntraced(function* (logonId) {
        const own = (yield* ownRolesOf(db, logonId)).filter(({ role }) => role === "MasterAdministrator")
        const numbers = own.map(({ taxpayerDigest }) => taxpayerDigest)
        const closed = yield* query(db.select().from(locks).where(inArray(locks.taxpayerDigest, numbers)))
        return numbers.length > 0 && closed.length === numbers.length
      }),

      change: (logonId, now, locked, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const decided = decide(yield* ownRolesOf(tx, logonId))
            if (Result.isFailure(decided)) return yield* new ProfileError({ reason: decided.failure })
            const { answer, events, next } = decided.success
            const numbers = (next as ReadonlyArray<Owned>).map(({ taxpayerDigest }) => taxpayerDigest)
            const rows = numbers.map((taxpayerDigest) => ({ taxpayerDigest, logonId, at: DateTime.toDateUtc(now) }))
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
