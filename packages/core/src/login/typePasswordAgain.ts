import { DateTime, Effect, Result } from "effect"
import type { Redacted } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import { findLogon } from "../logon/findLogon.ts"
import { Logons } from "../logon/Logons.ts"
import { openSession, sessionIn } from "../logon/openSession.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import { LogInError } from "./LogInError.ts"
import { missPassword, whilePassword } from "./logIn.ts"
import type { Session } from "./Session.ts"

/**
 * Checks the password again before a change to how the logon opens. The session continues with a new id.
 *
 * **Details**
 *
 * A wrong password counts as a wrong password at log-in. The caller limits attempts.
 *
 * @rule D-48
 */
export const typePasswordAgain = Effect.fn("typePasswordAgain")(function* (
  session: Session,
  password: Redacted.Redacted
) {
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)
  const logons = yield* Logons
  const known = yield* findLogon(session.logonId, now)
  if (!(yield* (yield* PasswordHasher).matches(password, known.passwordHash))) {
    yield* logons.change(known, now, (logon) => missPassword(logon, policy))
    return yield* new LogInError({ reason: { _tag: "PasswordWrong" } })
  }
  const renew = whilePassword(known, (logon, keys) => {
    const before = sessionIn(logon, session.id)
    if (before === undefined) {
      return { next: logon, events: [], answer: Result.fail(new LogInError({ reason: { _tag: "NotLoggedIn" } })) }
    }
    const right = { ...logon, failedLogIns: 0 }
    const renewed = openSession(right, keys, { ...before, passwordAt: now }, now, before.id)
    return { next: renewed.logon, events: [{ _tag: "PasswordTypedAgain" }], answer: Result.succeed(renewed.token) }
  })
  return yield* logons.change(known, now, renew)
})
