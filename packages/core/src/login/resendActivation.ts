import { DateTime, Effect, Result } from "effect"
import type { Redacted } from "effect"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import { LogInError } from "./LogInError.ts"
import { LogIns } from "./LogIns.ts"
import type { LogInFacts } from "./LogIns.ts"

/** Whether a new activation link may be mailed. Pure. @rule D-33 */
export const decideResend = (facts: LogInFacts, { policy }: RuleSetInForce, now: DateTime.Utc) => {
  const { activation, status } = facts
  const { lifetimeHours, resends } = policy.logon.activation
  if (status !== "approved" || activation === null) {
    return Result.fail({ reason: { _tag: "LogInFailed" }, events: [] } as const)
  }
  if (activation.resends >= resends) return Result.fail({ reason: { _tag: "ResendsUsedUp" }, events: [] } as const)
  const expiresAt = DateTime.add(now, { hours: lifetimeHours })
  return Result.succeed({
    next: { status, activation: { expiresAt, resends: activation.resends + 1 }, session: null },
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
  const logIns = yield* LogIns
  const known = yield* logIns.find(username)
  const right = yield* (yield* PasswordHasher).matches(password, known?.passwordHash ?? null)
  if (known === null || !right) return yield* new LogInError({ reason: { _tag: "LogInFailed" } })
  const nothing = { activationCode: null, trustedDevice: null }
  yield* logIns.change(known.logonId, nothing, now, (facts) => decideResend(facts, rules, now))
})
