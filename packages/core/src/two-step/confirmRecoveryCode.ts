import { DateTime, Effect, Redacted } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { changeSome } from "../logon/endLogOns.ts"
import type { Keys } from "../logon/Keys.ts"
import type { Logon, RecoveryCode } from "../logon/Logon.ts"
import { sessionIn } from "../logon/openSession.ts"
import { standingOf } from "./applySecondStep.ts"
import type { Challenge, DecidedSecondStep, SecondStepStanding } from "./Challenge.ts"
import { confirmWith } from "./confirmWith.ts"
import { decideSecondStep, secondStepFactsOf } from "./decideSecondStep.ts"
import { parseRecoveryCode } from "./parseRecoveryCode.ts"
import type { RecoveryCodeFacts } from "./recoveryCodeFacts.ts"
import { TwoStepError } from "./TwoStepError.ts"

/** What a recovery code is decided on. */
export interface TypedRecoveryCodeFacts extends SecondStepStanding {
  readonly state: RecoveryCodeFacts["recoveryCode"]["state"]
}

/** Whether what was typed stands in for a second step, and what follows. Pure. @rule D-49 */
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

/** The recovery code of a logon that was typed; used ones are not among what lives of it. */
export const typedRecoveryCode = (
  { recoveryCodes }: Logon,
  keys: Keys["Service"],
  typed: Redacted.Redacted
): RecoveryCode | undefined => {
  const digests = keys.digestsOf("recovery-code", typed)
  return recoveryCodes.find(({ codeDigest }) => digests.includes(codeDigest))
}

/** A recovery code is used, and works no more. @rule D-49 */
export const useRecoveryCode = (logon: Logon, codeId: string | undefined, now: DateTime.Utc): Logon => ({
  ...logon,
  recoveryCodes: changeSome(
    logon.recoveryCodes,
    ({ id }) => id === codeId,
    (code) => ({ ...code, state: "used", usedAt: now })
  )
})

/** Uses a recovery code as the second step. The owner gets a notice. */
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
  const recoveryCode = Redacted.make(parsed.value)
  return yield* confirmWith(challenge, rules, now, (logon, keys) => {
    const isOver = sessionIn(logon, challenge.sessionId) === undefined
    const code = isOver ? undefined : typedRecoveryCode(logon, keys, recoveryCode)
    const facts = { ...standingOf(logon, keys, challenge, null), state: code?.state ?? ("none" as const) }
    return {
      methodId: null,
      decided: decideRecoveryCode(facts, rules, challenge, now),
      use: (before, { confirmed }) => (confirmed ? useRecoveryCode(before, code?.id, now) : before)
    }
  })
})
