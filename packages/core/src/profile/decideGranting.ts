import { DateTime, Duration } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import type { OwnRole } from "./RegistrationLocks.ts"

/**
 * Whether a Master Administrator's role lets them grant, promote, transfer and close. Pure.
 *
 * **Details**
 *
 * A letter code that was entered is what the role rests on from then on, so no role has one besides.
 *
 * @rule D-25 @rule D-60
 */
export const decideGranting = (
  { contested, effectiveAt, evidence }: OwnRole,
  { ask }: Pick<RuleSetInForce, "ask">,
  now: DateTime.Utc
): boolean =>
  ask.granting.evaluate({
    granting: {
      evidence,
      contestOpen: contested,
      letterCodeEntered: evidence === "letterId",
      effectiveDays: Math.floor(Duration.toDays(DateTime.distance(effectiveAt, now)))
    }
  }).decision._tag === "Accepted"
