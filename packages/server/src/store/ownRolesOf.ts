import type { OwnRole } from "@mtc-logon/core/profile"
import { and, eq, ne } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { Digests } from "../secrets/Digests.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { accessTo } from "./accessTo.ts"
import { taxpayerOfGrant } from "./claimOfGrants.ts"

/** A role of a logon's own, with the number that it is on: `key` under the present key, `owners` under every key. */
export type Owned = OwnRole & { readonly key: string; readonly owners: ReadonlyArray<string> }

/** Reads the roles of a logon that rest on a proof of its own and are effective. */
export const ownRolesOf = Effect.gen(function* () {
  const digests = yield* Digests
  const sealing = yield* Sealing

  return Effect.fnUntraced(function* (on: Db, logonId: string) {
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
})
