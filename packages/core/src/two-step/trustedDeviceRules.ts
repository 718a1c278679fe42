import { over } from "../engine/Rule.ts"
import { trustedDeviceFacts } from "./trustedDeviceFacts.ts"
import type { TrustedDeviceFacts } from "./trustedDeviceFacts.ts"
import type { TwoStepPolicy } from "./twoStepSheet.ts"

const { rule, question } = over<TrustedDeviceFacts, TwoStepPolicy>(trustedDeviceFacts)

/** A device that is not trusted is asked for a code, whatever the reason. */
const codeIsAsked = { message: "decision.code-asked", remedies: ["remedy.enter-code"] } as const

export const deviceIsThisLogons = rule({
  id: "R-34b",
  title: "The device was trusted for this logon",
  cites: [
    {
      source: "seed",
      line: 420,
      quote: "each time you access your MassTaxConnect account from a device we don't recognize"
    },
    { decision: "D-15" }
  ],
  reads: ["trustedDevice.sameLogon"],
  check: ({ trustedDevice }) => trustedDevice.sameLogon,
  ...codeIsAsked
})

export const deviceIsNotRevoked = rule({
  id: "D-15a",
  title: "The trust was not taken back",
  cites: [{ decision: "D-15" }],
  reads: ["trustedDevice.revoked"],
  check: ({ trustedDevice }) => !trustedDevice.revoked,
  ...codeIsAsked
})

export const deviceIsInTime = rule({
  id: "D-15b",
  title: "The policy trusts devices, and the trust has not ended",
  cites: [
    { source: "seed", line: 475, quote: "check the box under the security code that says Trust this device" },
    { decision: "D-15" }
  ],
  reads: ["trustedDevice.now", "trustedDevice.expiresAt"],
  check: ({ trustedDevice: { now, expiresAt } }, { twoStep }) => twoStep.trustedDevice !== "off" && now < expiresAt,
  ...codeIsAsked
})

export const deviceTokenIsInForce = rule({
  id: "D-15c",
  title: "The token is the newest of the device, or was a moment ago",
  cites: [{ decision: "D-15" }],
  reads: ["trustedDevice.now", "trustedDevice.replacedAt"],
  check: ({ trustedDevice: { now, replacedAt } }, { twoStep: { trustedDevice } }) =>
    replacedAt === null || (trustedDevice !== "off" && now < replacedAt + trustedDevice.graceSeconds * 1000),
  ...codeIsAsked
})

/** May this device skip the code? */
export const trustedDevice = question({
  id: "trusted-device",
  refusedUnless: [deviceIsThisLogons, deviceIsNotRevoked, deviceIsInTime, deviceTokenIsInForce],
  reads: [],
  grants: () => "trusted" as const,
  secretAnswer: codeIsAsked
})
