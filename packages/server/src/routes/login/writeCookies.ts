import { RuleSets } from "@mtc-logon/core/questions"
import { KnownBrowsers } from "@mtc-logon/core/login"
import { DateTime, Effect } from "effect"
import type { Redacted } from "effect"
import type { Context } from "hono"
import { deviceCookie, knownCookie, sessionCookie } from "../../http/sessionCookie.ts"

/** What a step of a log-in gives the browser to keep. */
export interface KeptTokens {
  readonly logonId: string
  readonly session: Redacted.Redacted | null
  readonly trustedDevice: { readonly before?: Redacted.Redacted; readonly now: Redacted.Redacted } | null
  /** Both steps are done: the browser is known from now on. */
  readonly isWhole: boolean
}

/** Writes the cookies of a step of a log-in; the server ends what is in them sooner than the browser. */
export const writeCookies = Effect.fnUntraced(function* (
  c: Context,
  { isWhole, logonId, session, trustedDevice }: KeptTokens
) {
  const { policy } = yield* (yield* RuleSets).inForce(yield* DateTime.now)
  if (session !== null) sessionCookie.write(c, session, policy.session.totalHours * 3_600)
  const rules = policy.twoStep.trustedDevice
  if (trustedDevice !== null && rules !== "off") {
    deviceCookie.add(c, trustedDevice, rules.maxLogons, rules.lifetimeDays * 86_400)
  }
  if (isWhole) knownCookie.add(c, (yield* KnownBrowsers).markOf(logonId))
})
