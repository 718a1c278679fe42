import { ProfileError, RegistrationLocks } from "@mtc-logon/core/profile"
import type { OwnRole } from "@mtc-logon/core/profile"
import { and, eq, inArray, isNull, ne } from "drizzle-orm"
import { DateTime, Effect, Layer, Result } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { contestTable as contests } from "../database/contestTable.ts"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { registrationLockTable as locks } from "../database/registrationLockTable.ts"
import { recordEvents } from "./recordEvents.ts"

type Owned = OwnRole & { readonly taxpayerDigest: string }

/** Keeps registration locks in the database. */
export const registrationLocksLayer = Layer.effect(
  RegistrationLocks,
  Effect.gen(function* () {
    const { db, transaction } = yield* Database
    const record = yield* recordEvents

    const ownRoles = Effect.fnUntraced(function* (on: Db, logonId: string) {
      const rows = yield* query(
        on
          .select()
          .from(grants)
          .where(and(eq(grants.logonId, logonId), eq(grants.state, "effective"), ne(grants.evidence, "grant")))
          .orderBy(grants.taxpayerDigest)
      )
      const open = yield* query(
        on
          .select({ taxpayerDigest: contests.taxpayerDigest })
          .from(contests)
          .where(
            and(
              inArray(
                contests.taxpayerDigest,
                rows.map((row) => row.taxpayerDigest)
              ),
              isNull(contests.endedAt)
            )
          )
      )
      return rows.map(({ createdAt, effectiveAt, evidence, role, taxpayerDigest }): Owned => ({
        contested: open.some((contest) => contest.taxpayerDigest === taxpayerDigest),
        role,
        evidence: evidence as OwnRole["evidence"],
        effectiveAt: DateTime.fromDateUnsafe(effectiveAt ?? createdAt),
        taxpayerDigest
      }))
    })

    return RegistrationLocks.of({
      isLocked: Effect.fnUntraced(function* (logonId) {
        const own = (yield* ownRoles(db, logonId)).filter(({ role }) => role === "MasterAdministrator")
        const numbers = own.map(({ taxpayerDigest }) => taxpayerDigest)
        const closed = yield* query(db.select().from(locks).where(inArray(locks.taxpayerDigest, numbers)))
        return numbers.length > 0 && closed.length === numbers.length
      }),

      change: (logonId, now, locked, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const decided = decide(yield* ownRoles(tx, logonId))
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
