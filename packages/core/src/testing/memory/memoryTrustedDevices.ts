import { DateTime, Effect, Redacted } from "effect"
import { PhoneRanges } from "../../two-step/PhoneRanges.ts"
import { TrustedDevices } from "../../two-step/TrustedDevices.ts"
import { TwoStepError } from "../../two-step/TwoStepError.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"

type House = MemoryHouse["Service"]

/** Shows and takes back the trust that is kept. */
export const memoryTrustedDevices = (house: House) =>
  TrustedDevices.of({
    list: (logonId, tokens, now) =>
      Effect.sync(() =>
        house.devices
          .filter(
            (device) => device.logonId === logonId && !device.revoked && DateTime.isLessThan(now, device.expiresAt)
          )
          .map(({ createdAt, expiresAt, id, lastSeenAt, name, token }) => ({
            id,
            name,
            createdAt,
            lastSeenAt,
            expiresAt,
            isThisOne: tokens.some((shown) => Redacted.value(shown) === token)
          }))
      ),
    revoke: ({ logonId }, id) =>
      Effect.suspend(() => {
        const at = house.devices.findIndex(
          (device) => device.id === id && device.logonId === logonId && !device.revoked
        )
        const device = house.devices[at]
        if (device === undefined) return Effect.fail(new TwoStepError({ reason: { _tag: "DeviceNotFound" } }))
        house.devices[at] = { ...device, revoked: true }
        house.record(logonId, [{ _tag: "DeviceRevoked" }])
        return Effect.void
      })
  })

/** Every number is given out. */
export const memoryPhoneRanges = PhoneRanges.of({ isAssigned: () => true })
