import { DateTime, Effect, Redacted, Result } from "effect"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { AppCodes } from "./AppCodes.ts"
import type { TypedAppCodeFacts } from "./AppCodes.ts"
import { decideSecondStep, refuseSecondStep, secondStepFactsOf } from "./decideSecondStep.ts"
import { parseSecurityCode } from "./parseSecurityCode.ts"
import type { Challenge, DecidedSecondStep } from "./Challenge.ts"
import { TwoStepError } from "./TwoStepError.ts"

/**
 * Whether what was typed is the app's code, now and for the first time, and what follows. Pure: the rows are locked by
 * whoever calls.
 *
 * @rule D-14
 */
export const decideAppCode = (
  facts: TypedAppCodeFacts,
  rules: RuleSetInForce,
  trustDevice: boolean,
  challenge: Pick<Challenge, "browser" | "level">,
  now: DateTime.Utc
): DecidedSecondStep => {
  const { app } = facts
  if (app === null) return refuseSecondStep({ _tag: "CodeRefused" })
  const { lastStep, purpose, step } = app
  const { decision } = rules.ask.appCode.evaluate({
    secondStep: secondStepFactsOf(facts, now),
    appCode: { step, lastStep }
  })
  return decideSecondStep(decision, { by: "totp", purpose, trustDevice }, facts, challenge, rules, now)
}

/** Confirms the code of an authentication app; a code works once, and none of an earlier step works after it. */
export const confirmAppCode = Effect.fn("confirmAppCode")(function* (
  challenge: Challenge,
  typed: Redacted.Redacted,
  trustDevice: boolean,
  methodId: string | null
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const { app, code } = rules.policy.twoStep
  const parsed = parseSecurityCode(Redacted.value(typed), code.digits)
  if ("issue" in parsed) {
    return yield* new TwoStepError({ reason: { _tag: "Issue", path: "code", messageId: parsed.issue } })
  }
  const { answer, tokens } = yield* (yield* AppCodes).change(
    challenge,
    methodId,
    Redacted.make(parsed.value),
    app,
    now,
    (facts) => decideAppCode(facts, rules, trustDevice, challenge, now)
  )
  if (Result.isFailure(answer)) return yield* new TwoStepError({ reason: answer.failure })
  return tokens
})
