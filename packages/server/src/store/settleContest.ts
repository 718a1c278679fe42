import { and, inArray, isNull, ne } from "drizzle-orm"
import { Effect } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { contestTable as contests } from "../database/contestTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { isOwnOf } from "./accessTo.ts"
import { endLinks, endLogOns } from "./endLogOns.ts"

/**
 * Ends the contest, and every role on the taxpayer that rests on the own proof of another than `but`, with their sessions and
 * devices. Returns the logons that had them. @rule D-25
 */
export const settleContest = Effect.fnUntraced(function* (
  tx: Db,
  owners: ReadonlyArray<string>,
  at: Date,
  but?: string
) {
  const displaced = yield* query(
    tx
      .update(grants)
      .set({ state: "ended", endedAt: at })
      .where(and(isOwnOf(owners), but === undefined ? undefined : ne(grants.logonId, but)))
      .returning({ logonId: grants.logonId })
  )
  const logonIds = new Set(displaced.map((grant) => grant.logonId))
  for (const logonId of logonIds) {
    yield* endLinks(tx, logonId)
    yield* endLogOns(tx, logonId, at)
  }
  yield* query(
    tx
      .update(contests)
      .set({ endedAt: at })
      .where(and(inArray(contests.taxpayerDigest, [...owners]), isNull(contests.endedAt)))
  )
  return logonIds
})
