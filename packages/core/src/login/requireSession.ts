import { DateTime, Effect } from "effect"
import type { Redacted } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { LogInError } from "./LogInError.ts"
import type { Session } from "./Session.ts"
import { Sessions } from "./Sessions.ts"
import type { KeptSession } from "./Sessions.ts"

/** Whether a session is open: not ended, neither idle too long nor too old; the instant itself is too late. @rule D-48 */
export const isOpenSession = (
  { endedAt, expiresAt, lastSeenAt }: Pick<KeptSession, "endedAt" | "expiresAt" | "lastSeenAt">,
  { ask }: RuleSetInForce,
  now: DateTime.Utc
): boolean =>
  ask.session.evaluate({
    session: {
      ended: endedAt !== null,
      now: DateTime.toEpochMillis(now),
      lastSeenAt: DateTime.toEpochMillis(lastSeenAt),
      expiresAt: DateTime.toEpochMillis(expiresAt)
    }
  }).decision._tag === "Accepted"

/** The session that a token opens, at this level at least, as it is kept. Moves nothing. */
export const findSession = Effect.fn("findSession")(function* (
  token: Redacted.Redacted | null,
  level: Session["level"]
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const session = token === null ? null : yield* (yield* Sessions).find(token)
  const isEnough = session !== null && (level === "password" || session.level === "two-step")
  if (!isEnough || !isOpenSession(session, rules, now)) {
    return yield* new LogInError({ reason: { _tag: "NotLoggedIn" } })
  }
  return session
})

/**
 * The session that a token opens, at this level at least; every call moves its idle end.
 *
 * **Details**
 *
 * The terms in force have to be accepted, unless `beforeTerms`: else `TermsRequired`.
 */
export const requireSession = Effect.fn("requireSession")(function* (
  token: Redacted.Redacted | null,
  level: Session["level"],
  { beforeTerms }: { readonly beforeTerms: boolean } = { beforeTerms: false }
) {
  const session = yield* findSession(token, level)
  if (session.termsPending && !beforeTerms) {
    return yield* new LogInError({ reason: { _tag: "TermsRequired" } })
  }
  yield* (yield* Sessions).seen(session, yield* DateTime.now)
  return session
})
