import { and, eq } from "drizzle-orm"
import { Effect } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { activationCodeTable as codes } from "../database/activationCodeTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { logonTable as logons } from "../database/logonTable.ts"

/** The first log-in is over: the code is used, the role effective, the request at its end. @rule D-13 @rule D-32 */
export const activateLogon = Effect.fnUntraced(function* (tx: Db, logonId: string, at: Date) {
  yield* query(
    tx
      .update(codes)
      .set({ state: "used", usedAt: at })
      .where(and(eq(codes.logonId, logonId), eq(codes.state, "open")))
  )
  yield* query(tx.update(logons).set({ status: "active", activatedAt: at }).where(eq(logons.id, logonId)))
  yield* query(
    tx
      .update(grants)
      .set({ state: "effective", effectiveAt: at })
      .where(and(eq(grants.logonId, logonId), eq(grants.state, "reserved")))
  )
  yield* query(tx.update(requests).set({ status: "activated" }).where(eq(requests.logonId, logonId)))
})
