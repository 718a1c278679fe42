import { DateTime, Effect } from "effect"
import type { Redacted } from "effect"
import { RuleSets } from "../decisions/RuleSets.ts"
import { LogInError } from "./LogInError.ts"
import type { Session } from "./Session.ts"
import type { SessionPolicy } from "./SessionPolicy.ts"
import { Sessions } from "./Sessions.ts"
import type { KeptSession } from "./Sessions.ts"

/** Whether a session is open: not ended, neither idle too long nor too old; the instant itself is too late. */
export const isOpenSession = (
  { endedAt, expiresAt, lastSeenAt }: KeptSession,
  { session }: SessionPolicy,
  now: DateTime.Utc
): boolean =>
  endedAt === null &&
  DateTime.isLessThan(now, expiresAt) &&
  DateTime.isLessThan(now, DateTime.add(lastSeenAt, { minutes: session.idleMinutes }))

/** The session that a token opens, at this level at least; every call moves its idle end. */
export const requireSession = Effect.fn("requireSession")(function* (
  token: Redacted.Redacted | null,
  level: Session["level"]
) {
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)
  const sessions = yield* Sessions
  const session = token === null ? null : yield* sessions.find(token)
  const isEnough = session !== null && (level === "password" || session.level === "two-step")
  if (!isEnough || !isOpenSession(session, policy, now)) {
    return yield* new LogInError({ reason: { _tag: "NotLoggedIn" } })
  }
  yield* sessions.seen(session, now)
  return session
})
