import { DateTime, Effect, Result } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { keepUndo } from "../logon/changeLogon.ts"
import { changeSome, endCodes, endLogOns } from "../logon/endLogOns.ts"
import type { TwoStepEvent, Undo } from "../logon/LogonEvent.ts"
import { Logons } from "../logon/Logons.ts"
import { methodsOf } from "./methodsOf.ts"
import { requireRecentPassword } from "./requireRecentPassword.ts"
import type { Challenge } from "./Challenge.ts"
import { TwoStepError } from "./TwoStepError.ts"
import type { TwoStepReason } from "./TwoStepError.ts"
import type { TwoStepMethod } from "./TwoStepMethod.ts"
import { undoOf } from "./undoOf.ts"

/** What follows from a way that may go; `undo`: what puts it back, null where it never worked. */
export interface DecidedRemoval {
  readonly events: ReadonlyArray<TwoStepEvent>
  readonly undo: Undo | null
}

/** Whether a way may go, and what has happened then. Pure. @rule R-31 */
export const decideRemoval = (
  methods: ReadonlyArray<TwoStepMethod>,
  methodId: string,
  { ask, policy }: RuleSetInForce,
  notMeId: string,
  now: DateTime.Utc
): Result.Result<DecidedRemoval, TwoStepReason> => {
  const method = methods.find(({ id }) => id === methodId)
  if (method === undefined) return Result.fail({ _tag: "MethodNotFound" })
  const { confirmed, kind } = method
  const others = methods.filter(({ confirmed, id }) => confirmed && id !== methodId).length
  if (ask.twoStepRemoval.evaluate({ method: { kind, confirmed, others } }).decision._tag !== "Accepted") {
    return Result.fail({ _tag: "LastMethod" })
  }
  if (!confirmed) return Result.succeed({ events: [], undo: null })
  return Result.succeed({
    events: [{ _tag: "TwoStepChanged", kind, change: "removed", notMeId }, { _tag: "OthersEnded" }],
    undo: undoOf(notMeId, policy, now)
  })
}

/**
 * Removes a method to get security codes. The server no longer sends anything to it.
 *
 * **Details**
 *
 * Requires both steps and a recent password. The other sessions and all trusted devices end, and the owner gets a notice.
 *
 * @rule R-33 @rule R-31
 */
export const removeTwoStepMethod = Effect.fn("removeTwoStepMethod")(function* (challenge: Challenge, methodId: string) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  if (challenge.level !== "two-step") return yield* new TwoStepError({ reason: { _tag: "SecondStepFirst" } })
  yield* requireRecentPassword(challenge, rules, now)
  yield* (yield* Logons).change(challenge.logonId, now, (logon, keys) => {
    const decided = decideRemoval(methodsOf(logon, keys), methodId, rules, keys.makeId("not-me-code"), now)
    if (Result.isFailure(decided)) {
      return { next: logon, events: [], answer: Result.fail(new TwoStepError({ reason: decided.failure })) }
    }
    const { events, undo } = decided.success
    const undone = undo === null ? logon : keepUndo(logon, keys, "two-step", undo, now)
    const methods = changeSome(
      undone.methods,
      ({ id }) => id === methodId,
      (way) => ({ ...way, removedAt: now })
    )
    const removed = endCodes({ ...undone, methods }, (code) => code.methodId === methodId)
    return {
      next: undo === null ? removed : endLogOns(removed, now, challenge.sessionId),
      events,
      answer: Result.void
    }
  })
})
