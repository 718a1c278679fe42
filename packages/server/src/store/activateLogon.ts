import { and, eq } from "drizzle-orm"
import { Effect } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { activationCodeTable as codes } from "../database/activationCodeTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { limitLogons } from "./limitLogons.ts"
import { sealedProfile } from "./ProfileJson.ts"

/**
 * The first log-in is over: the code is used, the role effective, the request at its end, and the logon counts for its mailbox
 * and phone.
 *
 * @rule D-13 @rule D-32 @rule D-63
 */
export const activateLogon = Effect.gen(function* () {
  const sealing = yield* Sealing
  const limits = yield* limitLogons

  return Effect.fnUntraced(function* (tx: Db, logonId: string, at: Date) {
    yield* query(
      tx
        .update(codes)
        .set({ state: "used", usedAt: at })
        .where(and(eq(codes.logonId, logonId), eq(codes.state, "open")))
    )
    const [logon] = yield* query(
      tx.update(logons).set({ status: "active", activatedAt: at }).where(eq(logons.id, logonId)).returning()
    )
    yield* query(
      tx
        .update(grants)
        .set({ state: "effective", effectiveAt: at })
        .where(and(eq(grants.logonId, logonId), eq(grants.state, "reserved")))
    )
    yield* query(tx.update(requests).set({ status: "activated" }).where(eq(requests.logonId, logonId)))
    const place = { table: "logon", column: "profile", row: logonId }
    yield* limits.count(tx, sealedProfile.open(sealing, place, logon!.profile))
  })
})
