import type { DeviceName } from "@mtc-logon/core/two-step"
import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { trustedDeviceTable as devices } from "../database/trustedDeviceTable.ts"
import { trustedDeviceTokenTable as tokens } from "../database/trustedDeviceTokenTable.ts"
import { randomToken } from "../secrets/Derived.ts"
import type { Digests } from "../secrets/Digests.ts"

/** Gives a device another token; the one before is good for its grace alone. */
export const nextDeviceToken = Effect.fnUntraced(function* (
  tx: Db,
  digests: Digests["Service"],
  deviceId: string,
  now: DateTime.Utc
) {
  const at = DateTime.toDateUtc(now)
  const token = randomToken()
  yield* query(
    tx
      .update(tokens)
      .set({ replacedAt: at })
      .where(and(eq(tokens.deviceId, deviceId), isNull(tokens.replacedAt)))
  )
  yield* query(
    tx.insert(tokens).values({ tokenDigest: digests.of("token", token), deviceId, createdAt: at, replacedAt: null })
  )
  yield* query(tx.update(devices).set({ lastSeenAt: at }).where(eq(devices.id, deviceId)))
  return token
})

/** Trusts a browser for a logon, and answers its first token; the oldest makes room where there are too many. @rule D-15 */
export const trustDevice = Effect.fnUntraced(function* (
  tx: Db,
  digests: Digests["Service"],
  device: {
    readonly id: string
    readonly logonId: string
    readonly name: DeviceName
    readonly expiresAt: Date
    readonly maxDevices: number
  },
  now: DateTime.Utc
) {
  const at = DateTime.toDateUtc(now)
  const { expiresAt, id, logonId, maxDevices, name } = device
  const trusted = yield* query(
    tx
      .select({ id: devices.id })
      .from(devices)
      .where(and(eq(devices.logonId, logonId), isNull(devices.revokedAt), gt(devices.expiresAt, at)))
      .orderBy(asc(devices.createdAt), asc(devices.id))
      .for("update")
  )
  const tooMany = trusted.slice(0, Math.max(0, trusted.length + 1 - maxDevices)).map(({ id }) => id)
  if (tooMany.length > 0) {
    yield* query(tx.update(devices).set({ revokedAt: at }).where(inArray(devices.id, tooMany)))
  }
  yield* query(
    tx.insert(devices).values({ id, logonId, ...name, createdAt: at, lastSeenAt: at, expiresAt, revokedAt: null })
  )
  return yield* nextDeviceToken(tx, digests, id, now)
})
