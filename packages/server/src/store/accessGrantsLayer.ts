import { AccessGrants } from "@mtc-logon/core/access"
import { and, inArray } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { Database } from "../database/Database.ts"
import { Digests } from "../secrets/Digests.ts"

/** Keeps who may do what in the database. */
export const accessGrantsLayer = Layer.effect(
  AccessGrants,
  Effect.gen(function* () {
    const { run } = yield* Database
    const digests = yield* Digests
    return AccessGrants.of({
      standing: Effect.fnUntraced(function* ({ digits }) {
        const held = yield* run((db) =>
          db
            .select({ role: grants.role })
            .from(grants)
            .where(
              and(
                inArray(grants.taxpayerDigest, [...digests.allOf("taxpayer", digits)]),
                inArray(grants.state, ["reserved", "effective"])
              )
            )
        )
        return { masterExists: held.some(({ role }) => role === "MasterAdministrator"), logonExists: held.length > 0 }
      })
    })
  })
)
