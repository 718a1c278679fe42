import { RuleSets } from "@mtc-logon/core/decisions"
import { DateTime, Effect } from "effect"

/** How long a browser keeps the session's cookie: the whole session; the server ends it sooner. */
export const sessionSeconds = Effect.gen(function* () {
  const { policy } = yield* (yield* RuleSets).inForce(yield* DateTime.now)
  return policy.session.totalHours * 3_600
})

/** How long a browser keeps the cookie of a trusted device. */
export const deviceSeconds = Effect.gen(function* () {
  const { policy } = yield* (yield* RuleSets).inForce(yield* DateTime.now)
  const { trustedDevice } = policy.twoStep
  return trustedDevice === "off" ? 0 : trustedDevice.lifetimeDays * 86_400
})
