import { Effect, Result } from "effect"
import type { DateTime } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import type { Keys } from "../logon/Keys.ts"
import type { Logon } from "../logon/Logon.ts"
import type { TwoStepEvent } from "../logon/LogonEvent.ts"
import { Logons } from "../logon/Logons.ts"
import type { LogonDecision } from "../logon/Logons.ts"
import { applySecondStep } from "./applySecondStep.ts"
import { noTokens } from "./Challenge.ts"
import type { Challenge, ConfirmedTokens, SecondStepState } from "./Challenge.ts"
import type { Change } from "../decisions/Change.ts"
import { TwoStepError } from "./TwoStepError.ts"
import type { TwoStepReason } from "./TwoStepError.ts"

/** What one way has found out: the method it is of, what was decided, and what becomes of the code itself. */
export interface ShownSecondStep<S extends SecondStepState = SecondStepState> {
  readonly methodId: string | null
  readonly decided: Change<S | "unchanged", TwoStepEvent, Result.Result<void, TwoStepReason>>
  readonly use: (logon: Logon, next: S) => Logon
}

/** What a second step by one way makes of a logon: what follows is the same for every way. Pure. */
export const applyShown = <S extends SecondStepState>(
  logon: Logon,
  keys: Keys["Service"],
  challenge: Challenge,
  { decided, methodId, use }: ShownSecondStep<S>,
  policy: RuleSetInForce["policy"],
  now: DateTime.Utc
): LogonDecision<ConfirmedTokens, TwoStepError> => {
  const { answer, events, next } = decided
  const refusal = Result.mapError(answer, (reason) => new TwoStepError({ reason }))
  if (next === "unchanged") return { next: logon, events, answer: Result.map(refusal, () => noTokens) }
  const after = applySecondStep(use(logon, next), keys, challenge, methodId, next, policy, now)
  return { next: after.logon, events, answer: Result.map(refusal, () => after.tokens) }
}

/** Confirms a second step by one way: decides on the logon as it stands, and stores what follows. */
export const confirmWith = Effect.fnUntraced(function* <S extends SecondStepState>(
  challenge: Challenge,
  { policy }: RuleSetInForce,
  now: DateTime.Utc,
  show: (logon: Logon, keys: Keys["Service"]) => ShownSecondStep<S>
) {
  return yield* (yield* Logons).change(challenge.logonId, now, (logon, keys) =>
    applyShown(logon, keys, challenge, show(logon, keys), policy, now)
  )
})
