import type { KeptLogon } from "./keptLogonOf.ts"
import type { ProfileView } from "./ProfileView.ts"

/** A logon as its owner sees it: no hash is among it. */
export const profileToView = ({ profile, secretQuestion, username }: KeptLogon): ProfileView => ({
  username,
  ...profile,
  ...(secretQuestion !== "" && { secretQuestion })
})
