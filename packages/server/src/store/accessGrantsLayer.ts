import { AccessGrants } from "@mtc-logon/core/access"
import { and, inArray } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { Database } from "../database/Database.ts"
import { Digests } from "../secrets/Digests.ts"
import { contestOf } from "./contestOf.ts"

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
            .select({ role: grants.role })
            .from(grants)
            .where(and(inArray(grants.taxpayerDigest, owners), inArray(grants.state, ["reserved", "effective"])))
        )
        return {
          masterExists: held.some(({ role }) => role === "MasterAdministrator"),
          logonExists: held.length > 0,
          contest: yield* contestOf(db, owners, letterId === null ? [] : digests.allOf("letter", letterId))
        }
      })
    })
  })
)
