import { DateTime, Effect } from "effect"
import { findLogon } from "../logon/findLogon.ts"
import { Keys } from "../logon/Keys.ts"
import { keptLogonOf } from "./keptLogonOf.ts"
import { profileToView } from "./profileToView.ts"

/** A logon's own profile. */
export const showProfile = Effect.fn("showProfile")(function* (logonId: string) {
  return profileToView(keptLogonOf(yield* findLogon(logonId, yield* DateTime.now), yield* Keys))
})
