import { DateTime, Effect, Result } from "effect"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { requireRecentPassword } from "./requireRecentPassword.ts"
import type { Challenge } from "./Challenge.ts"
import { TwoStepError } from "./TwoStepError.ts"
import type { TwoStepReason } from "./TwoStepError.ts"
import type { TwoStepMethod } from "./TwoStepMethod.ts"
import { TwoStepMethods } from "./TwoStepMethods.ts"
import type { DecidedRemoval } from "./TwoStepMethods.ts"
import { undoOf } from "./undoOf.ts"

/** Whether a way may go, and what has happened then. Pure: the rows are locked by whoever calls. @rule R-31 */
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
 * Removes a way to get security codes; nothing is sent to it any more.
 *
 * **Details**
 *
 * Takes both steps and a recent password. The other sessions and all trusted devices end with it, and the owner is told.
 *
 * @rule R-33 @rule R-31
 */
export const removeTwoStepMethod = Effect.fn("removeTwoStepMethod")(function* (challenge: Challenge, methodId: string) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  if (challenge.level !== "two-step") return yield* new TwoStepError({ reason: { _tag: "SecondStepFirst" } })
  yield* requireRecentPassword(challenge, rules, now)
  yield* (yield* TwoStepMethods).remove(challenge, methodId, now, (methods, notMeId) =>
    decideRemoval(methods, methodId, rules, notMeId, now)
  )
})
