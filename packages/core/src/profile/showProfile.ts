import { Effect } from "effect"
import { profileToView } from "./profileToView.ts"
import { Profiles } from "./Profiles.ts"

/** A logon's own profile. */
export const showProfile = Effect.fn("showProfile")(function* (logonId: string) {
  return profileToView(yield* (yield* Profiles).find(logonId))
})
