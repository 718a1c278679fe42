import { AmountOpenings, ProfileError } from "@mtc-logon/core/profile"
import type { OwnNumber } from "@mtc-logon/core/profile"
import { inArray, max } from "drizzle-orm"
import { DateTime, Effect, Layer, Result } from "effect"
import { amountOpeningTable as openings } from "../database/accessGrantTable.ts"
import { Database, query } from "../database/Database.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { ownRolesOf } from "./ownRolesOf.ts"
import type { Owned } from "./ownRolesOf.ts"
import { Events } from "./Events.ts"

/** Keeps in the database when amounts were opened. */
export const amountOpeningsLayer = Layer.effect(
  AmountOpenings,
  Effect.gen(function* () {
    const { transaction } = yield* Database
    const ownRoles = yield* ownRolesOf
    const { record } = yield* Events

    return AmountOpenings.of({
      open: (logonId, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const openedAt = DateTime.toDateUtc(now)
            const locked = [...new Set((yield* ownRoles(tx, logonId)).map(({ key }) => key))].sort()
            for (const key of locked) yield* lockTaxpayer(tx, key)

            const own = (yield* ownRoles(tx, logonId)).filter(({ key }) => locked.includes(key))
            const numbers = yield* Effect.forEach(own, (role) =>
              Effect.gen(function* () {
                const [last] = yield* query(
                  tx
                    .select({ at: max(openings.openedAt) })
                    .from(openings)
                    .where(inArray(openings.taxpayerDigest, [...role.owners]))
                )
                return { ...role, amountsOpenedAt: last?.at == null ? null : DateTime.fromDateUnsafe(last.at) }
              })
            )
            const decided = decide(numbers)
            if (Result.isFailure(decided)) return yield* new ProfileError({ reason: decided.failure })
            const { answer, events, next } = decided.success
            const rows = (next as ReadonlyArray<OwnNumber & Owned>).map(({ key }) => ({
              taxpayerDigest: key,
              openedAt,
              logonId
            }))
            yield* query(tx.insert(openings).values(rows).onConflictDoNothing())
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, about: { logonId } })
            return answer
          })
        )
    })
  })
)
