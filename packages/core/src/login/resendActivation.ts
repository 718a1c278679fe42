import { DateTime, Effect, Result } from "effect"
import type { Redacted } from "effect"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { requirePassword } from "./logIn.ts"
import { LogIns } from "./LogIns.ts"
import type { LogInFacts } from "./LogIns.ts"

/** Whether a new activation link may be mailed. Pure. @rule D-33 */
export const decideResend = (facts: LogInFacts, { ask, policy }: RuleSetInForce, now: DateTime.Utc) => {
  const { activation, failuresInARow, status } = facts
  const { lifetimeHours, resends } = policy.logon.activation
  const tries = ask.logInTries.evaluate({
    logIn: { failuresInARow, fromTrustedDevice: false, byActivationCode: false }
  })
  if (status !== "approved" || activation === null || tries.decision._tag !== "Accepted") {
    return Result.fail({ reason: { _tag: "LogInFailed" }, events: [] } as const)
  }
  if (activation.resends >= resends) return Result.fail({ reason: { _tag: "ResendsUsedUp" }, events: [] } as const)
  const expiresAt = DateTime.add(now, { hours: lifetimeHours })
  return Result.succeed({
    next: {
      failuresInARow,
      activation: { expiresAt, resends: activation.resends + 1 },
      session: null,
      trustedDevice: "keep"
    } as const,
    events: [{ _tag: "ActivationCodeIssued", expiresAt }] as const,
    answer: undefined
  })
}

/** Mails a new activation link to whoever has the right username and password; the one before is dead. @rule D-13 */
export const resendActivation = Effect.fn("resendActivation")(function* (
  username: string,
  password: Redacted.Redacted
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const logonId = yield* requirePassword(username, password, rules.policy)
  const nothing = { activationCode: null, trustedDevices: [] }
  yield* (yield* LogIns).change(logonId, nothing, now, (facts) => decideResend(facts, rules, now))
})
