import { displaceOthers } from "@mtc-logon/core/access"
import type { TaxpayerAccess } from "@mtc-logon/core/access"
import { endLinks, endLogOns } from "@mtc-logon/core/logon"
import { and, inArray, isNull } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { contestTable as contests } from "../database/accessGrantTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { LogonStore } from "./LogonStore.ts"
import { replaceKey } from "./replaceKey.ts"
import { storeAccess } from "./storeAccess.ts"

/**
 * Ends the contest, and every access to the taxpayer that another than the winner has by their own proof, with their
 * sessions, devices, codes, links and keys. Returns the logons whose access it ended.
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
  return Effect.fnUntraced(function* (
    tx: Db,
    owners: ReadonlyArray<string>,
    access: TaxpayerAccess,
    winner: string,
    now: DateTime.Utc
  ) {
    const at = DateTime.toDateUtc(now)
    const change = displaceOthers(access, winner)
    const displaced = access.accesses.filter(({ grantId }) => change.ends.includes(grantId))
    const logonIds = [...new Set(displaced.map(({ logonId }) => logonId))].sort()
    for (const logonId of logonIds) {
      const logon = yield* lock(tx, logonId, now)
      if (logon === null) continue
      yield* store(tx, logon, endLogOns(endLinks(logon), now))
      if (logon.requestId !== null) yield* replace(tx, logon.requestId, at)
    }
    yield* storeAccess(tx, owners, change, at)
    yield* query(
      tx
        .update(contests)
        .set({ endedAt: at })
        .where(and(inArray(contests.taxpayerDigest, [...owners]), isNull(contests.endedAt)))
    )
    return logonIds
  })
})
