import { DateTime, Effect } from "effect"
import { parseEmailAddress } from "../contact/parseEmailAddress.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { sendSecurityCode } from "./sendSecurityCode.ts"
import type { Challenge } from "./SecurityCodes.ts"
import { TwoStepError } from "./TwoStepError.ts"
import { TwoStepMethods } from "./TwoStepMethods.ts"
import type { TwoStepKind } from "./TwoStepPolicy.ts"

/** The kinds that this house can send or show codes for so far. */
const built: ReadonlyArray<TwoStepKind> = ["email"]

/**
 * Adds a way to get security codes and sends a code there; it works once the code is confirmed.
 *
 * **Details**
 *
 * The address need not be the profile's. Once a method works, another one takes both steps.
 *
 * @rule R-31
 */
export const addTwoStepMethod = Effect.fn("addTwoStepMethod")(function* (
  challenge: Challenge,
  kind: TwoStepKind,
  target: string
) {
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)
  if (!policy.twoStep.kinds.includes(kind) || !built.includes(kind)) {
    return yield* new TwoStepError({ reason: { _tag: "KindNotOffered" } })
  }
  const parsed = parseEmailAddress(target)
  if ("issue" in parsed) {
    return yield* new TwoStepError({ reason: { _tag: "Issue", path: "target", messageId: parsed.issue } })
  }
  const twoStepMethods = yield* TwoStepMethods
  const works = (yield* twoStepMethods.list(challenge.logonId)).some(({ confirmed }) => confirmed)
  if (works && challenge.level !== "two-step") {
    return yield* new TwoStepError({ reason: { _tag: "SecondStepFirst" } })
  }
  const method = yield* twoStepMethods.add(challenge.logonId, { kind, target: parsed.value }, now, [
    { _tag: "TwoStepMethodAdded", kind }
  ])
  yield* sendSecurityCode(challenge, method.id)
  return method
})
