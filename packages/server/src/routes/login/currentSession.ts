import { KnownBrowsers, requireSession } from "@mtc-logon/core/login"
import type { Session } from "@mtc-logon/core/login"
import { parseDeviceName } from "@mtc-logon/core/two-step"
import type { Challenge } from "@mtc-logon/core/two-step"
import { Effect } from "effect"
import type { Context } from "hono"
import { knownCookie, sessionCookie } from "../../http/sessionCookie.ts"

/** The session of the cookie that came with a call, at this level at least. */
export const currentSession = (
  c: Context,
  level: Session["level"],
  terms: { readonly beforeTerms: boolean } = { beforeTerms: false }
) => requireSession(sessionCookie.read(c) ?? null, level, terms)

/** Who is asked for a second step by a call: its session, and the browser that it comes from. */
export const challengeOf = Effect.fnUntraced(function* (c: Context, level: Session["level"] = "password") {
  const { id, level: its, logonId, passwordAt } = yield* currentSession(c, level)
  const isKnown = (yield* KnownBrowsers).isKnown(logonId, knownCookie.read(c))
  const browser = { name: parseDeviceName(c.req.header("user-agent") ?? ""), isKnown }
  return { logonId, sessionId: id, level: its, passwordAt, browser } satisfies Challenge
})
