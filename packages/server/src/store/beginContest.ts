import type { ContestEvent } from "@mtc-logon/core/access"
import { sql } from "drizzle-orm"
import { Effect } from "effect"
import { contestTable as contests } from "../database/accessGrantTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"

/** Begins the contest that an event speaks of; one that is open goes on, but staff end it where the event says so. */
export const beginContest = Effect.fnUntraced(function* (
  tx: Db,
  contest: { readonly id: string; readonly taxpayerDigest: string; readonly at: Date },
  events: ReadonlyArray<{ readonly _tag: string }>
) {
  const begun = events.find(
    (event): event is Extract<ContestEvent, { _tag: "ContestBegun" }> => event._tag === "ContestBegun"
  )
  if (begun === undefined) return
  const { because, endedBy } = begun
  const { at, id, taxpayerDigest } = contest
  yield* query(
    tx
      .insert(contests)
      .values({ id, taxpayerDigest, because, endedBy, openedAt: at })
      .onConflictDoUpdate({
        target: contests.taxpayerDigest,
        targetWhere: sql`${contests.endedAt} is null`,
        set: { endedBy }
      })
  )
})
