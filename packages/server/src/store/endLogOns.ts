import { and, eq, isNull, ne } from "drizzle-orm"
import { Effect } from "effect"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { emailChangeTable as emailChanges } from "../database/emailChangeTable.ts"
import { recoveryTable as recoveries } from "../database/recoveryTable.ts"
import { securityCodeTable as securityCodes } from "../database/securityCodeTable.ts"
import { sessionTable as sessions } from "../database/sessionTable.ts"
import { trustedDeviceTable as devices } from "../database/trustedDeviceTable.ts"

/** Kills the links that were mailed to a logon: of a forgotten password, of a new address. */
export const endLinks = Effect.fnUntraced(function* (tx: Db, logonId: string) {
  const superseded = { state: "superseded" } as const
  yield* query(
    tx
      .update(recoveries)
      .set(superseded)
      .where(and(eq(recoveries.logonId, logonId), eq(recoveries.state, "open")))
  )
  yield* query(
    tx
      .update(emailChanges)
      .set(superseded)
      .where(and(eq(emailChanges.logonId, logonId), eq(emailChanges.state, "open")))
  )
})

/** Ends every session of a logon but one, every trusted device, and every security code that is on its way. */
export const endLogOns = Effect.fnUntraced(function* (tx: Db, logonId: string, at: Date, but?: string) {
  yield* query(
    tx
      .update(securityCodes)
      .set({ state: "superseded" })
      .where(and(eq(securityCodes.logonId, logonId), eq(securityCodes.state, "open")))
  )
  yield* query(
    tx
      .update(devices)
      .set({ revokedAt: at })
      .where(and(eq(devices.logonId, logonId), isNull(devices.revokedAt)))
  )
  yield* query(
    tx
      .update(sessions)
      .set({ endedAt: at })
      .where(and(eq(sessions.logonId, logonId), isNull(sessions.endedAt), ne(sessions.idDigest, but ?? "")))
  )
})
