import { AmountOpenings, ProfileError } from "@mtc-logon/core/profile"
import type { OwnNumber } from "@mtc-logon/core/profile"
import { eq, inArray, max } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { amountOpeningTable as openings } from "../database/amountOpeningTable.ts"
import { Database, query } from "../database/Database.ts"
import { Digests } from "../secrets/Digests.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { claimOfGrants } from "./claimOfGrants.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { ownRolesOf } from "./ownRolesOf.ts"
import type { Owned } from "./ownRolesOf.ts"
import { recordEvents } from "./recordEvents.ts"

/** Keeps in the database when amounts were opened. */
export const amountOpeningsLayer = Layer.effect(
  AmountOpenings,
  Effect.gen(function* () {
    const { transaction } = yield* Database
    const digests = yield* Digests
    const sealing = yield* Sealing
    const record = yield* recordEvents

    return AmountOpenings.of({
      open: (logonId, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const openedAt = DateTime.toDateUtc(now)
            // A digest that an earlier key made is of the same number.
            const digestsOf = new Map(
              (yield* claimOfGrants(tx, sealing, eq(grants.logonId, logonId))).map(({ claim, grant }) => [
                grant.taxpayerDigest,
                digests.allOfTaxpayer({ idType: claim.idType, digits: Redacted.make(claim.id) })
              ])
            )
            const allOf = (taxpayerDigest: string) => [...(digestsOf.get(taxpayerDigest) ?? [taxpayerDigest])]
            const before = yield* ownRolesOf(tx, logonId)
            const locked = [...new Set(before.map(({ taxpayerDigest }) => allOf(taxpayerDigest)[0]!))].sort()
            for (const taxpayerDigest of locked) yield* lockTaxpayer(tx, taxpayerDigest)

            const own = yield* ownRolesOf(tx, logonId)
            const numbers = yield* Effect.forEach(own, (role) =>
              Effect.gen(function* () {
                const [last] = yield* query(
                  tx
                    .select({ at: max(openings.openedAt) })
                    .from(openings)
                    .where(inArray(openings.taxpayerDigest, allOf(role.taxpayerDigest)))
                )
                return { ...role, amountsOpenedAt: last?.at == null ? null : DateTime.fromDateUnsafe(last.at) }
              })
            )
            const decided = decide(numbers.filter(({ taxpayerDigest }) => locked.includes(allOf(taxpayerDigest)[0]!)))
            if (Result.isFailure(decided)) return yield* new ProfileError({ reason: decided.failure })
            const { answer, events, next } = decided.success
            const rows = (next as ReadonlyArray<OwnNumber & Owned>).map(({ taxpayerDigest }) => ({
              taxpayerDigest,
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
