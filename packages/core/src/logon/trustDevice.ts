import { DateTime } from "effect"
import type { Redacted } from "effect"
import { changeSome, endSessions } from "./endLogOns.ts"
import type { Keys } from "./Keys.ts"
import type { DeviceName, Logon, LogonDevice } from "./Logon.ts"

type WithToken = { readonly logon: Logon; readonly token: Redacted.Redacted }

/** Whether a browser is trusted at an instant; the end itself is too late. */
export const isTrusted = ({ expiresAt, revokedAt }: LogonDevice, now: DateTime.Utc): boolean =>
  revokedAt === null && DateTime.isLessThan(now, expiresAt)

/** Gives a device another token; the one before is good for its grace alone. @rule D-15 */
export const nextToken = (logon: Logon, keys: Keys["Service"], deviceId: string, now: DateTime.Utc): WithToken => {
  const token = keys.makeToken()
  const tokenDigest = keys.digestOf("token", token)
  const replaced = changeSome(
    logon.deviceTokens,
    (each) => each.deviceId === deviceId && each.replacedAt === null,
    (each) => ({ ...each, replacedAt: now })
  )
  const devices = changeSome(
    logon.devices,
    ({ id }) => id === deviceId,
    (each) => ({ ...each, lastSeenAt: now })
  )
  const deviceTokens = [...replaced, { tokenDigest, deviceId, createdAt: now, replacedAt: null }]
  return { logon: { ...logon, devices, deviceTokens }, token }
}

/** Trusts a browser, and returns its first token; the oldest makes room where there are too many. @rule D-15 */
export const trustDevice = (
  logon: Logon,
  keys: Keys["Service"],
  {
    expiresAt,
    id,
    maxDevices,
    name
  }: {
    readonly id: string
    readonly name: DeviceName
    readonly expiresAt: DateTime.Utc
    readonly maxDevices: number
  },
  now: DateTime.Utc
): WithToken => {
  const trusted = logon.devices.filter((each) => isTrusted(each, now))
  const tooMany = trusted.slice(0, Math.max(0, trusted.length + 1 - maxDevices))
  const left = changeSome(
    logon.devices,
    (each) => tooMany.includes(each),
    (each) => ({ ...each, revokedAt: now })
  )
  const { browser, system } = name
  const device = { id, browser, system, createdAt: now, lastSeenAt: now, expiresAt, revokedAt: null }
  return nextToken({ ...logon, devices: [...left, device] }, keys, id, now)
}

/** Trusts a device no more, and ends the sessions that came of it but one. @rule D-15 */
export const revokeDevice = (logon: Logon, deviceId: string, now: DateTime.Utc, but: string | null = null): Logon => {
  const devices = changeSome(
    logon.devices,
    ({ id }) => id === deviceId,
    (each) => ({ ...each, revokedAt: now })
  )
  return endSessions({ ...logon, devices }, (session) => session.deviceId === deviceId && session.id !== but, now)
}
