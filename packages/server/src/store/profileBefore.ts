import type { Keys, NotMeCode } from "@mtc-logon/core/logon"
import { toSealed } from "./SealedBytes.ts"

/** What stood in the profile before the change that a code tells of; where the notice of it goes. */
export const profileBefore = (keys: Keys["Service"], codeId: string, bytes: Uint8Array) => {
  const sealed: NonNullable<NotMeCode["before"]> = toSealed({ part: "before", row: codeId, bytes })
  const before = keys.open(sealed)
  return "profile" in before ? before.profile : undefined
}
