import { DateTime, Effect } from "effect"
import type { Session } from "./Session.ts"
import { Sessions } from "./Sessions.ts"

/** Ends the other sessions of a logon, this one too where it is asked, and trusts none of its devices any more. @rule D-15 @rule D-48 */
export const logOutEverywhere = Effect.fn("logOutEverywhere")(function* (
  session: Session,
  including: "others" | "this-one-too"
) {
  yield* (yield* Sessions).endAll(session, including, yield* DateTime.now, [{ _tag: "LoggedOutEverywhere" }])
})
