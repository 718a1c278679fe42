import { AccessGrants } from "@mtc-logon/core/access"
import { and, inArray, ne, sql } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { Database } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { AccessStore } from "./AccessStore.ts"
import { accessTo } from "./accessTo.ts"

/** Keeps who may do what in the database. */
export const accessGrantsLayer = Layer.effect(
  AccessGrants,
  Effect.gen(function* () {
    const { db, run } = yield* Database
    const digests = yield* Digests
    const { isLetter } = yield* AccessStore
    return AccessGrants.of({
      standing: Effect.fnUntraced(function* (taxpayer, letterId) {
        const owners = [...digests.allOfTaxpayer(taxpayer)]
        const held = yield* run((db) =>
          db
            .select({ id: grants.id })
            .from(grants)
            .where(and(inArray(grants.taxpayerDigest, owners), ne(grants.state, "ended")))
        )
        const [letter] = yield* run((db) =>
          db
            .select({ mailedAt: letters.mailedAt })
            .from(letters)
            .where(letterId === null ? sql`false` : isLetter(letterId))
        )
        return {
          access: yield* accessTo(db, owners),
          logonExists: held.length > 0,
          letterMailedAt: letter === undefined ? null : DateTime.fromDateUnsafe(letter.mailedAt)
        }
      })
    })
  })
)
