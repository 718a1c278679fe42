import { DateTime, Effect, Result } from "effect"
import type { Redacted } from "effect"
import { findLogon } from "../logon/findLogon.ts"
import { Keys } from "../logon/Keys.ts"
import { Logons } from "../logon/Logons.ts"
import { isTrusted, revokeDevice } from "../logon/trustDevice.ts"
import type { DeviceName } from "./parseDeviceName.ts"
import { TwoStepError } from "./TwoStepError.ts"
import type { TrustedDeviceView } from "./TwoStepMethodView.ts"

/** A browser that is trusted, as its owner sees it. */
export interface TrustedDevice {
  readonly id: string
  readonly name: DeviceName
  readonly createdAt: DateTime.Utc
  readonly lastSeenAt: DateTime.Utc
  readonly expiresAt: DateTime.Utc
  /** One of the tokens that were shown is its own. */
  readonly isThisOne: boolean
}

/** The browsers of a logon that are trusted still, the one used last first. */
export const listTrustedDevices = Effect.fn("listTrustedDevices")(function* (
  logonId: string,
  tokens: ReadonlyArray<Redacted.Redacted>
) {
  const now = yield* DateTime.now
  const keys = yield* Keys
  const { deviceTokens, devices } = yield* findLogon(logonId, now, tokens)
  const shown = tokens.flatMap((token) => keys.digestsOf("token", token))
  return devices
    .filter((device) => isTrusted(device, now))
    .map(({ browser, createdAt, expiresAt, id, lastSeenAt, system }): TrustedDevice => {
      const isThisOne = deviceTokens.some(({ deviceId, tokenDigest }) => deviceId === id && shown.includes(tokenDigest))
      return { id, name: { browser, system }, createdAt, lastSeenAt, expiresAt, isThisOne }
    })
    .sort((one, other) => other.lastSeenAt.epochMilliseconds - one.lastSeenAt.epochMilliseconds)
})

/** Trusts a browser no more, and ends the sessions that came of it but the one that asks. Fails with `DeviceNotFound`. @rule D-15 */
export const revokeTrustedDevice = Effect.fn("revokeTrustedDevice")(function* (
  asking: { readonly logonId: string; readonly sessionId: string },
  id: string
) {
  const now = yield* DateTime.now
  yield* (yield* Logons).change(asking.logonId, now, (logon) =>
    logon.devices.some((device) => device.id === id && device.revokedAt === null)
      ? {
          next: revokeDevice(logon, id, now, asking.sessionId),
          events: [{ _tag: "DeviceRevoked" }],
          answer: Result.void
        }
      : { next: logon, events: [], answer: Result.fail(new TwoStepError({ reason: { _tag: "DeviceNotFound" } })) }
  )
})

/** A trusted browser as it is answered. */
export const trustedDeviceToView = ({
  createdAt,
  expiresAt,
  id,
  isThisOne,
  lastSeenAt,
  name
}: TrustedDevice): TrustedDeviceView => ({
  id,
  browser: name.browser,
  system: name.system,
  createdAt: DateTime.formatIso(createdAt),
  lastSeenAt: DateTime.formatIso(lastSeenAt),
  expiresAt: DateTime.formatIso(expiresAt),
  isThisOne
})
