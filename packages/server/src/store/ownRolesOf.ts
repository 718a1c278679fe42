import type { OwnRole } from "@mtc-logon/core/profile"
import { and, eq, inArray, isNull, ne } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { contestTable as contests } from "../database/contestTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"

/** A role of a logon's own, with the number that it is on. */
export type Owned = OwnRole & { readonly taxpayerDigest: string }

/** The roles of a logon that rest on a proof of its own and are effective. */
export const ownRolesOf = Effect.fnUntraced(function* (on: Db, logonId: string) {
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
