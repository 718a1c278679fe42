import { DateTime, Effect } from "effect"
import type { Redacted } from "effect"
import { RuleSets } from "../decisions/RuleSets.ts"
import { LogInError } from "./LogInError.ts"
import type { Session } from "./Session.ts"
import { Sessions } from "./Sessions.ts"

/** The session that a token opens, at this level at least; every call moves its idle end. */
export const requireSession = Effect.fn("requireSession")(function* (
  token: Redacted.Redacted | null,
  level: Session["level"]
) {
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)
  const session = token === null ? null : yield* (yield* Sessions).find(token, now, policy.session.idleMinutes)
  if (session === null || (level === "two-step" && session.level !== "two-step")) {
    return yield* new LogInError({ reason: { _tag: "NotLoggedIn" } })
  }
  return session
})
