import { DateTime, Effect, Result } from "effect"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { decideSecondStep, refuseSecondStep, secondStepFactsOf } from "./decideSecondStep.ts"
import { Passkeys } from "./Passkeys.ts"
import type { AnsweredPasskeyFacts, PasskeyAnswer } from "./Passkeys.ts"
import type { Challenge, DecidedSecondStep } from "./Challenge.ts"
import { TwoStepError } from "./TwoStepError.ts"

/** Whether a passkey's answer confirms, and what follows. Pure: the rows are locked by whoever calls. @rule D-49 */
export const decidePasskey = (
  facts: AnsweredPasskeyFacts,
  rules: RuleSetInForce,
  trustDevice: boolean,
  challenge: Pick<Challenge, "browser" | "level">,
  now: DateTime.Utc
): DecidedSecondStep => {
  const { passkey } = facts
  if (passkey === null) return refuseSecondStep({ _tag: "CodeRefused" })
  const { expiresAt, purpose, signed, state } = passkey
  const { decision } = rules.ask.passkey.evaluate({
    secondStep: secondStepFactsOf(facts, now),
    passkey: { signed, state, expiresAt: DateTime.toEpochMillis(expiresAt) }
  })
  return decideSecondStep(decision, { by: "passkey", purpose, trustDevice }, facts, challenge, rules, now)
}

/** Confirms by a passkey: a new one works, or it is the second step. */
export const confirmPasskey = Effect.fn("confirmPasskey")(function* (
  challenge: Challenge,
  answered: PasskeyAnswer,
  trustDevice: boolean,
  methodId: string | null
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const { answer, tokens } = yield* (yield* Passkeys).change(challenge, methodId, answered, now, (facts) =>
    decidePasskey(facts, rules, trustDevice, challenge, now)
  )
  if (Result.isFailure(answer)) return yield* new TwoStepError({ reason: answer.failure })
  return tokens
})
