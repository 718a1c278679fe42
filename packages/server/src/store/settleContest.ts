import { endLinks, endLogOns } from "@mtc-logon/core/logon"
import { and, inArray, isNull, ne } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { accessGrantTable as grants, contestTable as contests } from "../database/accessGrantTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { isDisplacedOf } from "./accessTo.ts"
import { LogonStore } from "./LogonStore.ts"
import { replaceKey } from "./replaceKey.ts"

/**
 * Ends the contest, and every role on the taxpayer that rests on the own proof of another than `but`, with their sessions,
 * devices, codes, links and keys.
 *
 * **Gotchas**
 *
 * The taxpayer is locked before; logons before their grants, in one order for everybody.
 *
 * @rule D-25
 */
export const settleContest = Effect.gen(function* () {
  const { lock, store } = yield* LogonStore
  const replace = yield* replaceKey
  return Effect.fnUntraced(function* (tx: Db, owners: ReadonlyArray<string>, now: DateTime.Utc, but?: string) {
    const at = DateTime.toDateUtc(now)
    const displaced = and(isDisplacedOf(owners), but === undefined ? undefined : ne(grants.logonId, but))
    const rows = yield* query(tx.select({ logonId: grants.logonId }).from(grants).where(displaced))
    const logonIds = [...new Set(rows.map(({ logonId }) => logonId))].sort()
    for (const logonId of logonIds) {
      const logon = yield* lock(tx, logonId, now)
      if (logon === null) continue
      yield* store(tx, logon, endLogOns(endLinks(logon), now))
      if (logon.requestId !== null) yield* replace(tx, logon.requestId, at)
    }
    yield* query(tx.update(grants).set({ state: "ended", endedAt: at }).where(displaced))
    yield* query(
      tx
        .update(contests)
        .set({ endedAt: at })
        .where(and(inArray(contests.taxpayerDigest, [...owners]), isNull(contests.endedAt)))
    )
  })
})
