import { DateTime, Effect, Result } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import { keepUndo } from "../logon/changeLogon.ts"
import { changeSome } from "../logon/endLogOns.ts"
import { Logons } from "../logon/Logons.ts"
import { requireRecentPassword } from "./requireRecentPassword.ts"
import { undoOf } from "./undoOf.ts"
import type { Challenge } from "./Challenge.ts"
import { TwoStepError } from "./TwoStepError.ts"

/** Creates recovery codes and returns them once. Earlier ones stop working, and the owner gets a notice. Requires both steps and a recent password. @rule D-49 */
export const makeRecoveryCodes = Effect.fn("makeRecoveryCodes")(function* (challenge: Challenge) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  if (challenge.level !== "two-step") return yield* new TwoStepError({ reason: { _tag: "SecondStepFirst" } })
  yield* requireRecentPassword(challenge, rules, now)
  const { policy } = rules
  const { characters, count } = policy.twoStep.recoveryCode
  return yield* (yield* Logons).change(challenge.logonId, now, (logon, keys) => {
    const made = Array.from({ length: count }, () => keys.makeRecoveryCode(characters))
    const replaced = changeSome(
      logon.recoveryCodes,
      ({ state }) => state === "open",
      (code) => ({ ...code, state: "replaced" as const })
    )
    const kept = made.map((code) => ({
      id: keys.makeId("recovery-code"),
      codeDigest: keys.digestOf("recovery-code", code),
      state: "open" as const,
      createdAt: now,
      usedAt: null
    }))
    const notMeId = keys.makeId("not-me-code")
    const next = { ...logon, recoveryCodes: [...replaced, ...kept] }
    return {
      next: keepUndo(next, keys, "recovery-codes", undoOf(notMeId, policy, now), now),
      events: [{ _tag: "RecoveryCodesMade", notMeId }],
      answer: Result.succeed(made)
    }
  })
})
