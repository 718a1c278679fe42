import { DateTime, Effect } from "effect"
import { RuleSets } from "../decisions/RuleSets.ts"
import { isRecentPassword } from "./isRecentPassword.ts"
import { LogInError } from "./LogInError.ts"
import type { Session } from "./Session.ts"

/** Lets a sensitive change through only while the password of its session is recent. Fails with `PasswordRequired`. */
export const requirePassword = Effect.fn("requirePassword")(function* (session: Session) {
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)
  if (!isRecentPassword(session, now, policy)) {
    return yield* new LogInError({ reason: { _tag: "PasswordRequired" } })
  }
})
