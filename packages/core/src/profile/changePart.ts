import { DateTime } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { PolicyInForce } from "../questions/policySheet.ts"
import type { ProfileEvent } from "../logon/LogonEvent.ts"
import type { ProfilePart } from "../logon/Logon.ts"
import type { LogonChange } from "../logon/Logon.ts"
import type { ProfileFacts, ProfileState } from "./keptLogonOf.ts"

/** One part of a logon changes: what is stored, what can put it back, who is told. Pure. @rule D-26 */
export const changePart = <A>(
  part: ProfilePart,
  change: LogonChange,
  { notMeId }: Pick<ProfileFacts, "notMeId">,
  { profile }: Pick<PolicyInForce, "profile">,
  now: DateTime.Utc,
  answer: A,
  endsOthers = false
): Change<ProfileState, ProfileEvent, A> => ({
  next: { change, undo: { part, expiresAt: DateTime.add(now, { days: profile.notMeDays }) }, endsOthers },
  events: [{ _tag: "ProfileChanged", part, notMeId }, ...(endsOthers ? [{ _tag: "OthersLoggedOut" } as const] : [])],
  answer
})
