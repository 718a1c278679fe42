import { DateTime, Effect } from "effect"
import { RuleSets } from "../decisions/RuleSets.ts"
import { RecoveryCodes } from "./RecoveryCodes.ts"
import { requireRecentPassword } from "./requireRecentPassword.ts"
import { undoOf } from "./undoOf.ts"
import type { Challenge } from "./Challenge.ts"
import { TwoStepError } from "./TwoStepError.ts"

/** Makes recovery codes, told once; those before are dead, and the owner is told. Takes both steps and a recent password. @rule D-49 */
export const makeRecoveryCodes = Effect.fn("makeRecoveryCodes")(function* (challenge: Challenge) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  if (challenge.level !== "two-step") return yield* new TwoStepError({ reason: { _tag: "SecondStepFirst" } })
  yield* requireRecentPassword(challenge, rules, now)
  const { policy } = rules
  return yield* (yield* RecoveryCodes).make(challenge.logonId, policy.twoStep.recoveryCode, now, (notMeId) => ({
    events: [{ _tag: "RecoveryCodesMade", notMeId }],
    undo: undoOf(notMeId, policy, now)
  }))
})
