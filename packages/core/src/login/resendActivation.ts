import { DateTime, Effect, Result } from "effect"
import type { Redacted } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { issueActivation } from "../logon/issueActivation.ts"
import { Logons } from "../logon/Logons.ts"
import { logInFactsOf, requirePassword, whilePassword } from "./logIn.ts"
import { LogInError } from "./LogInError.ts"
import type { LogInReason } from "./LogInError.ts"
import type { LogInFacts } from "./decideLogIn.ts"

/** Whether a new activation link may be mailed. Pure. @rule D-33 */
export const decideResend = (
  facts: LogInFacts,
  { ask, policy }: RuleSetInForce,
  now: DateTime.Utc
): Result.Result<{ readonly expiresAt: DateTime.Utc }, LogInReason> => {
  const { activation, failuresInARow, status } = facts
  const { lifetimeHours, resends } = policy.logon.activation
  const tries = ask.logInTries.evaluate({
    logIn: { failuresInARow, fromTrustedDevice: false, byActivationCode: false }
  })
  if (status !== "approved" || activation === null || tries.decision._tag !== "Accepted") {
    return Result.fail({ _tag: "LogInFailed" })
  }
  if (activation.resends >= resends) return Result.fail({ _tag: "ResendsUsedUp" })
  const expiresAt = DateTime.add(now, { hours: lifetimeHours })
  return Result.succeed({ expiresAt })
}

/** Mails a new activation link, given the correct username and password. The previous link stops working. @rule D-13 */
export const resendActivation = Effect.fn("resendActivation")(function* (
  username: string,
  password: Redacted.Redacted
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const known = yield* requirePassword(username, password, rules.policy)
  const decide = whilePassword(known, (logon, keys) => {
    const facts = logInFactsOf(logon, keys, { activationCode: null, trustedDevices: [] })
    const decided = decideResend(facts, rules, now)
    if (Result.isFailure(decided)) {
      return { next: logon, events: [], answer: Result.fail(new LogInError({ reason: decided.failure })) }
    }
    const { expiresAt } = decided.success
    const next = issueActivation(logon, keys, expiresAt, now)
    return { next, events: [{ _tag: "ActivationCodeIssued", expiresAt }], answer: Result.void }
  })
  yield* (yield* Logons).change(known, now, decide)
})
