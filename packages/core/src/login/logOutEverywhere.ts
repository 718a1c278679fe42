import { DateTime, Effect, Result } from "effect"
import { endLogOns } from "../logon/endLogOns.ts"
import { Logons } from "../logon/Logons.ts"
import type { Session } from "./Session.ts"

/** Ends the other sessions of a logon, this one too where it is asked, and trusts none of its devices any more. @rule D-15 @rule D-48 */
export const logOutEverywhere = Effect.fn("logOutEverywhere")(function* (
  { id, logonId }: Session,
  including: "others" | "this-one-too"
) {
  const now = yield* DateTime.now
  yield* (yield* Logons).change(logonId, now, (logon) => ({
    next: endLogOns(logon, now, including === "others" ? id : null),
    events: [{ _tag: "LoggedOutEverywhere" }],
    answer: Result.void
  }))
})
