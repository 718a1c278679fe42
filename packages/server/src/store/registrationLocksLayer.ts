import { ProfileError, RegistrationLocks } from "@mtc-logon/core/profile"
import type { OwnRole } from "@mtc-logon/core/profile"
import { and, eq, inArray, ne } from "drizzle-orm"
import { DateTime, Effect, Layer, Result } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { registrationLockTable as locks } from "../database/registrationLockTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { accessTo } from "./accessTo.ts"
import { taxpayerOfGrant } from "./claimOfGrants.ts"
import { recordEvents } from "./recordEvents.ts"

type Owned = OwnRole & { readonly key: string; readonly owners: ReadonlyArray<string> }

/** Keeps registration locks in the database. */
export const registrationLocksLayer = Layer.effect(
  RegistrationLocks,
  Effect.gen(function* () {
    const { db, transaction } = yield* Database
    const record = yield* recordEvents
    const digests = yield* Digests
    const sealing = yield* Sealing

    const ownRoles = Effect.fnUntraced(function* (on: Db, logonId: string) {
      const rows = yield* query(
        on
          .select()
          .from(grants)
          .where(and(eq(grants.logonId, logonId), eq(grants.state, "effective"), ne(grants.evidence, "grant")))
          .orderBy(grants.taxpayerDigest)
      )
      return yield* Effect.forEach(
        rows,
        Effect.fnUntraced(function* (grant) {
          const { createdAt, effectiveAt, evidence, role } = grant
          const { key, owners } = yield* taxpayerOfGrant(on, sealing, digests, grant)
          const { contest } = yield* accessTo(on, owners)
          return {
            contested: contest !== null,
            role,
            evidence: evidence as OwnRole["evidence"],
            effectiveAt: DateTime.fromDateUnsafe(effectiveAt ?? createdAt),
            key,
            owners
          } satisfies Owned
        })
      )
    })

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
            const decided = decide(yield* ownRoles(tx, logonId))
            if (Result.isFailure(decided)) return yield* new ProfileError({ reason: decided.failure })
            const { answer, events, next } = decided.success
            const owned = next as ReadonlyArray<Owned>
            const numbers = owned.flatMap(({ owners }) => owners)
            const rows = owned.map(({ key }) => ({ taxpayerDigest: key, logonId, at: DateTime.toDateUtc(now) }))
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
