import { DateTime, Effect, Redacted, Result } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { decideSecondStep, secondStepFactsOf } from "./decideSecondStep.ts"
import { parseSecurityCode } from "./parseSecurityCode.ts"
import { SecurityCodes } from "./SecurityCodes.ts"
import type { Challenge, TypedCodeFacts, TypedCodeState } from "./SecurityCodes.ts"
import { TwoStepError } from "./TwoStepError.ts"
import type { TwoStepReason } from "./TwoStepError.ts"
import type { TwoStepEvent } from "./TwoStepEvent.ts"

type Decided = Change<TypedCodeState | "unchanged", TwoStepEvent, Result.Result<void, TwoStepReason>>

/**
 * Whether what was typed is the code that was sent, now, and what follows. Pure: the rows are locked by whoever calls.
 *
 * @rule R-36 @rule D-14
 */
export const decideTypedCode = (
  facts: TypedCodeFacts,
  rules: RuleSetInForce,
  trustDevice: boolean,
  challenge: Pick<Challenge, "browser" | "level">,
  now: DateTime.Utc
): Decided => {
  const { code } = facts
  if (code === null) return { next: "unchanged", events: [], answer: Result.fail({ _tag: "CodeRefused" }) }
  const { equal, expiresAt, failures, kind, purpose, state } = code
  const { decision } = rules.ask.securityCode.evaluate({
    securityCode: {
      ...secondStepFactsOf(facts, now),
      equal,
      state,
      failures,
      expiresAt: DateTime.toEpochMillis(expiresAt)
    }
  })
  const { answer, events, next } = decideSecondStep(
    decision,
    { by: kind, purpose, trustDevice },
    facts,
    challenge,
    rules,
    now
  )
  if (next === "unchanged") return { next, events, answer }
  const own = next.confirmed ? { state: "confirmed" as const, failures } : { state, failures: failures + 1 }
  return { next: { ...next, ...own }, events, answer }
}

/**
 * Confirms a security code: the method works, the session rises to its second level under a new token, and where it was
 * asked for at log-in this browser is trusted.
 *
 * **Details**
 *
 * A code that cannot be one (letters, another length) is a field issue and costs no try. A miss is stored before it is
 * answered. `methodId`: only a code that was sent by this method counts.
 */
export const confirmSecurityCode = Effect.fn("confirmSecurityCode")(function* (
  challenge: Challenge,
  typed: Redacted.Redacted,
  trustDevice: boolean,
  methodId: string | null = null
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const parsed = parseSecurityCode(Redacted.value(typed), rules.policy.twoStep.code.digits)
  if ("issue" in parsed) {
    return yield* new TwoStepError({ reason: { _tag: "Issue", path: "code", messageId: parsed.issue } })
  }
  const { answer, tokens } = yield* (yield* SecurityCodes).change(
    challenge,
    methodId,
    Redacted.make(parsed.value),
    now,
    (facts) => decideTypedCode(facts, rules, trustDevice, challenge, now)
  )
  if (Result.isFailure(answer)) return yield* new TwoStepError({ reason: answer.failure })
  return tokens
})
