import { DateTime, Effect } from "effect"
import { RuleSets } from "../decisions/RuleSets.ts"
import { RecoveryCodes } from "./RecoveryCodes.ts"
import { requireRecentPassword } from "./requireRecentPassword.ts"
import type { Challenge } from "./Challenge.ts"
import { TwoStepError } from "./TwoStepError.ts"

/** Makes recovery codes, told once; those before are dead, and the owner is told. Takes both steps and a recent password. @rule D-49 */
export const makeRecoveryCodes = Effect.fn("makeRecoveryCodes")(function* (challenge: Challenge) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  if (challenge.level !== "two-step") return yield* new TwoStepError({ reason: { _tag: "SecondStepFirst" } })
  yield* requireRecentPassword(challenge, rules, now)
  return yield* (yield* RecoveryCodes).make(challenge.logonId, rules.policy.twoStep.recoveryCode, now, [
    { _tag: "RecoveryCodesMade" }
  ])
})
