import { DateTime, Effect } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import type { Challenge } from "./Challenge.ts"
import { TwoStepError } from "./TwoStepError.ts"

/** Fails with `PasswordRequired` where the password was typed too long ago for changes of the logon. @rule D-48 */
export const requireRecentPassword = (
  { passwordAt }: Pick<Challenge, "passwordAt">,
  { ask }: RuleSetInForce,
  now: DateTime.Utc
): Effect.Effect<void, TwoStepError> =>
  ask.passwordAgain.evaluate({
    session: { now: DateTime.toEpochMillis(now), passwordAt: DateTime.toEpochMillis(passwordAt) }
  }).decision._tag === "Accepted"
    ? Effect.void
    : Effect.fail(new TwoStepError({ reason: { _tag: "PasswordRequired" } }))
