import { DateTime, Effect } from "effect"
import type { Redacted } from "effect"
import { RuleSets } from "../decisions/RuleSets.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import { LogInError } from "./LogInError.ts"
import { decideMiss } from "./logIn.ts"
import { LogIns } from "./LogIns.ts"
import type { Session } from "./Session.ts"
import { Sessions } from "./Sessions.ts"

/**
 * Takes the password again, before something that changes how the logon is opened; the session goes on under a new id.
 *
 * **Details**
 *
 * A wrong one counts as a wrong password of a log-in. Attempts are limited before this is called.
 *
 * @rule D-48
 */
export const typePasswordAgain = Effect.fn("typePasswordAgain")(function* (
  session: Session,
  password: Redacted.Redacted
) {
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)
  const logIns = yield* LogIns
  const hash = yield* logIns.passwordOf(session.logonId)
  if (!(yield* (yield* PasswordHasher).matches(password, hash))) {
    yield* logIns.miss(session.logonId, now, (failures) => decideMiss(failures, policy))
    return yield* new LogInError({ reason: { _tag: "PasswordWrong" } })
  }
  return yield* (yield* Sessions).renew(session, now)
})
