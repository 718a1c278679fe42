import { DateTime, Effect } from "effect"
import { findLogon } from "../logon/findLogon.ts"
import { Keys } from "../logon/Keys.ts"
import { keptLogonOf } from "./keptLogonOf.ts"
import type { KeptLogon } from "./keptLogonOf.ts"
import type { ProfileView } from "./ProfileView.ts"

/** A logon as its owner sees it: no hash is among it. */
export const profileToView = ({ profile, secretQuestion, username }: KeptLogon): ProfileView => ({
  username,
  ...profile,
  ...(secretQuestion !== "" && { secretQuestion })
})

/** A logon's own profile. */
export const showProfile = Effect.fn("showProfile")(function* (logonId: string) {
  return profileToView(keptLogonOf(yield* findLogon(logonId, yield* DateTime.now), yield* Keys))
})
