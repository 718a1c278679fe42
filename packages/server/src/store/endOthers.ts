import { and, eq, isNull, ne } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { sessionTable as sessions } from "../database/sessionTable.ts"
import { trustedDeviceTable as devices } from "../database/trustedDeviceTable.ts"

/**
 * Ends every session of a logon but one, or all, and trusts none of its devices any more: what a changed password, a changed
 * way of two-step verification and "log out everywhere" do at once.
 *
 * @rule D-15 @rule D-48
 */
export const endOthers = Effect.fnUntraced(function* (
  tx: Db,
  logonId: string,
  butSessionId: string | null,
  now: DateTime.Utc
) {
  const at = DateTime.toDateUtc(now)
  const open = and(eq(sessions.logonId, logonId), isNull(sessions.endedAt))
  yield* query(
    tx
      .update(sessions)
      .set({ endedAt: at })
      .where(butSessionId === null ? open : and(open, ne(sessions.idDigest, butSessionId)))
  )
  yield* query(
    tx
      .update(devices)
      .set({ revokedAt: at })
      .where(and(eq(devices.logonId, logonId), isNull(devices.revokedAt)))
  )
})
