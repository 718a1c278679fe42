import { DateTime, Effect, Redacted, Result } from "effect"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { decideSecondStep, secondStepFactsOf } from "./decideSecondStep.ts"
import { parseRecoveryCode } from "./parseRecoveryCode.ts"
import { RecoveryCodes } from "./RecoveryCodes.ts"
import type { TypedRecoveryCodeFacts } from "./RecoveryCodes.ts"
import type { Challenge, DecidedSecondStep } from "./Challenge.ts"
import { TwoStepError } from "./TwoStepError.ts"

/** Whether what was typed stands in for a second step, and what follows. Pure: the rows are locked by whoever calls. @rule D-49 */
export const decideRecoveryCode = (
  facts: TypedRecoveryCodeFacts,
  rules: RuleSetInForce,
  challenge: Pick<Challenge, "browser" | "level">,
  now: DateTime.Utc
): DecidedSecondStep => {
  const { decision } = rules.ask.recoveryCode.evaluate({
    secondStep: secondStepFactsOf(facts, now),
    recoveryCode: { state: facts.state }
  })
  const asked = { by: "recovery-code", purpose: "log-in", trustDevice: false } as const
  return decideSecondStep(decision, asked, facts, challenge, rules, now)
}

/** Uses a recovery code in place of a second step; the owner is told. */
export const confirmRecoveryCode = Effect.fn("confirmRecoveryCode")(function* (
  challenge: Challenge,
  typed: Redacted.Redacted
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const parsed = parseRecoveryCode(Redacted.value(typed), rules.policy.twoStep.recoveryCode.characters)
  if ("issue" in parsed) {
    return yield* new TwoStepError({ reason: { _tag: "Issue", path: "recoveryCode", messageId: parsed.issue } })
  }
  const { answer, tokens } = yield* (yield* RecoveryCodes).change(
    challenge,
    Redacted.make(parsed.value),
    now,
    (facts) => decideRecoveryCode(facts, rules, challenge, now)
  )
  if (Result.isFailure(answer)) return yield* new TwoStepError({ reason: answer.failure })
  return tokens
})
