import { AccessGrants } from "@mtc-logon/core/access"
import { and, inArray, ne } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { Database } from "../database/Database.ts"
import { Digests } from "../secrets/Digests.ts"
import { accessTo } from "./accessTo.ts"
import { letterMailedAt } from "./letterMailedAt.ts"

/** Keeps who may do what in the database. */
export const accessGrantsLayer = Layer.effect(
  AccessGrants,
  Effect.gen(function* () {
    const { db, run } = yield* Database
    const digests = yield* Digests
    return AccessGrants.of({
      standing: Effect.fnUntraced(function* (taxpayer, letterId) {
        const owners = [...digests.allOfTaxpayer(taxpayer)]
        const held = yield* run((db) =>
          db
            .select({ id: grants.id })
            .from(grants)
            .where(and(inArray(grants.taxpayerDigest, owners), ne(grants.state, "ended")))
        )
        return {
          access: yield* accessTo(db, owners),
          logonExists: held.length > 0,
          letterMailedAt: yield* letterMailedAt(db, letterId === null ? [] : digests.allOf("letter", letterId))
        }
      })
    })
  })
)
