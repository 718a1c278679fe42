import { AmountOpenings, ProfileError } from "@mtc-logon/core/profile"
import { inArray, max } from "drizzle-orm"
import { DateTime, Effect, Layer, Result } from "effect"
import { amountOpeningTable as openings } from "../database/accessGrantTable.ts"
import { Database, query } from "../database/Database.ts"
import { AccessStore } from "./AccessStore.ts"
import { Events } from "./Events.ts"

/** Keeps in the database when amounts were opened. */
export const amountOpeningsLayer = Layer.effect(
  AmountOpenings,
  Effect.gen(function* () {
    const { transaction } = yield* Database
    const { lockOwnRoles } = yield* AccessStore
    const { record } = yield* Events

    return AmountOpenings.of({
      open: (logonId, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const openedAt = DateTime.toDateUtc(now)
            const numbers = yield* Effect.forEach(yield* lockOwnRoles(tx, logonId), (role) =>
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
            const rows = next.map(({ key }) => ({ taxpayerDigest: key, openedAt, logonId }))
            yield* query(tx.insert(openings).values(rows).onConflictDoNothing())
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, about: { logonId } })
            return answer
          })
        )
    })
  })
)
