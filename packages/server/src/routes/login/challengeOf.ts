import { KnownBrowsers } from "@mtc-logon/core/login"
import type { Session } from "@mtc-logon/core/login"
import { parseDeviceName } from "@mtc-logon/core/two-step"
import type { Challenge } from "@mtc-logon/core/two-step"
import { Effect } from "effect"
import type { Context } from "hono"
import { knownCookie } from "../../http/sessionCookie.ts"

/** Who is asked for a second step by a call: its session, and the browser that it comes from. */
export const challengeOf = Effect.fnUntraced(function* (c: Context, { id, level, logonId, passwordAt }: Session) {
  const isKnown = (yield* KnownBrowsers).isKnown(logonId, knownCookie.read(c))
  const browser = { name: parseDeviceName(c.req.header("user-agent") ?? ""), isKnown }
  return { logonId, sessionId: id, level, passwordAt, browser } satisfies Challenge
})
