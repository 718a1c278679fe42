import { DateTime, Effect } from "effect"
import type { Session } from "./Session.ts"
import { Sessions } from "./Sessions.ts"

/** Ends a session. */
export const logOut = Effect.fn("logOut")(function* (session: Session) {
  yield* (yield* Sessions).end(session, yield* DateTime.now)
})
