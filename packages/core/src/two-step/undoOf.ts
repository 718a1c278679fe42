import { DateTime } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import type { Undo } from "../logon/LogonEvent.ts"

/** The code that undoes a change that is made now. @rule D-26 */
export const undoOf = (
  notMeId: string,
  { profile }: Pick<RuleSetInForce["policy"], "profile">,
  now: DateTime.Utc
): Undo => ({
  notMeId,
  until: DateTime.add(now, { days: profile.notMeDays })
})
