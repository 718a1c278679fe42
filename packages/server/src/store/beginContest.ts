import type { ContestEvent } from "@mtc-logon/core/access"
import { and, inArray, isNull } from "drizzle-orm"
import { Effect } from "effect"
import { contestTable as contests } from "../database/accessGrantTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"

/**
 * Begins the contest that an event speaks of; one that is open goes on, but staff end it where the event says so.
 *
 * **Details**
 *
 * `key` is the taxpayer's digest under the key in force, `owners` those under every key. The taxpayer is locked before.
 */
export const beginContest = Effect.fnUntraced(function* (
  tx: Db,
  contest: { readonly id: string; readonly key: string; readonly owners: ReadonlyArray<string>; readonly at: Date },
  events: ReadonlyArray<{ readonly _tag: string }>
) {
  const begun = events.find(
    (event): event is Extract<ContestEvent, { _tag: "ContestBegun" }> => event._tag === "ContestBegun"
  )
  if (begun === undefined) return
  const { because, endedBy } = begun
  const { at, id, key, owners } = contest
  const isOpen = and(inArray(contests.taxpayerDigest, [...owners]), isNull(contests.endedAt))
  const goesOn = yield* query(tx.update(contests).set({ endedBy }).where(isOpen).returning({ id: contests.id }))
  if (goesOn.length > 0) return
  yield* query(tx.insert(contests).values({ id, taxpayerDigest: key, because, endedBy, openedAt: at }))
})
