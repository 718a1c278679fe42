import { DateTime } from "effect"
import type { TrustedDevice } from "./listTrustedDevices.ts"
import type { TrustedDeviceView } from "./TwoStepMethodView.ts"

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
