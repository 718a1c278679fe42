import type { trustedDeviceFactsSchema } from "./twoStepFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"

/** What the rules of a trusted device read. Times are milliseconds since 1970-01-01T00:00:00Z. */
export type TrustedDeviceFacts = typeof trustedDeviceFactsSchema.Type

/** How the facts are called, and how staff may see them. */
export const trustedDeviceFacts: FactSheet<TrustedDeviceFacts> = {
  "trustedDevice.sameLogon": {
    label: "whether the device is this logon's",
    field: null,
    secret: true,
    of: ({ trustedDevice }) => trustedDevice.sameLogon,
    show: String
  },
  "trustedDevice.revoked": {
    label: "whether the device was removed",
    field: null,
    secret: true,
    of: ({ trustedDevice }) => trustedDevice.revoked,
    show: String
  },
  "trustedDevice.replacedAt": {
    label: "when the token was replaced (ms)",
    field: null,
    secret: true,
    of: ({ trustedDevice }) => trustedDevice.replacedAt,
    show: String
  },
  "trustedDevice.now": {
    label: "the time (ms)",
    field: null,
    secret: false,
    of: ({ trustedDevice }) => trustedDevice.now,
    show: String
  },
  "trustedDevice.expiresAt": {
    label: "the end of the trust (ms)",
    field: null,
    secret: true,
    of: ({ trustedDevice }) => trustedDevice.expiresAt,
    show: String
  }
}
