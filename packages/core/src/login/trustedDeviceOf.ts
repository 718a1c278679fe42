import { DateTime, Effect } from "effect"
import type { Redacted } from "effect"
import { Keys } from "../logon/Keys.ts"
import type { DeviceToken, Logon, LogonDevice } from "../logon/Logon.ts"
import { Logons } from "../logon/Logons.ts"
import { isTrusted } from "../logon/trustDevice.ts"

/** A device's token that was shown. */
export interface ShownDevice {
  readonly device: LogonDevice
  readonly token: DeviceToken
  readonly shown: Redacted.Redacted
}

/** Of the tokens shown the one of this logon: trusted still before any other, the newest before an older. */
export const shownDeviceOf = (
  { deviceTokens, devices }: Logon,
  keys: Pick<Keys["Service"], "digestsOf">,
  tokens: ReadonlyArray<Redacted.Redacted>
): ShownDevice | undefined => {
  const found = tokens.flatMap((shown) => {
    const digests = keys.digestsOf("token", shown)
    return deviceTokens.flatMap((token): ReadonlyArray<ShownDevice> => {
      const device = devices.find(({ id }) => id === token.deviceId)
      return device === undefined || !digests.includes(token.tokenDigest) ? [] : [{ device, token, shown }]
    })
  })
  const rank = ({ device, token }: ShownDevice) =>
    (device.revokedAt === null ? 0 : 2) + (token.replacedAt === null ? 0 : 1)
  return found.toSorted((one, other) => rank(one) - rank(other))[0]
}

/**
 * Returns the device of these tokens that is trusted for this username, or null.
 *
 * **Gotchas**
 *
 * It does the same work for a username that no one has.
 */
export const trustedDeviceOf = Effect.fn("trustedDeviceOf")(function* (
  username: string,
  tokens: ReadonlyArray<Redacted.Redacted>
) {
  const now = yield* DateTime.now
  const keys = yield* Keys
  const logon = yield* (yield* Logons).find({ username }, now, tokens)
  const found = logon === null ? undefined : shownDeviceOf(logon, keys, tokens)
  return found !== undefined && found.token.replacedAt === null && isTrusted(found.device, now) ? found.device.id : null
})
