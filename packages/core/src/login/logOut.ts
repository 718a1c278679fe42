import { DateTime, Effect, Result } from "effect"
import { endSessions, endLogOns } from "../logon/endLogOns.ts"
import { Logons } from "../logon/Logons.ts"
import { sessionIn } from "../logon/openSession.ts"
import type { Session } from "./Session.ts"

/** Ends a session at once; ended twice is ended. */
export const logOut = Effect.fn("logOut")(function* ({ id, logonId }: Session) {
  const now = yield* DateTime.now
  yield* (yield* Logons).change(logonId, now, (logon) => ({
    next: sessionIn(logon, id) === undefined ? logon : endSessions(logon, (session) => session.id === id, now),
    events: sessionIn(logon, id) === undefined ? [] : [{ _tag: "LoggedOut" }],
    answer: Result.void
  }))
})

/** Ends the other sessions of a logon, and this one on request. Its devices are no longer trusted. @rule D-15 @rule D-48 */
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
