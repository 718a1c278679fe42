import type { Keys } from "./Keys.ts"
import type { Logon, OwnProfile } from "./Logon.ts"

/**
 * Returns the confirmed contacts of a logon: its e-mail address, because a link there activated it, and its phone number after a
 * code reached it. Pure.
 *
 * @rule D-63 @adr 0042
 */
export const provedContact = (
  { methods, phoneDigest, profile }: Logon,
  { open }: Pick<Keys["Service"], "open">
): Pick<OwnProfile, "email"> & Partial<Pick<OwnProfile, "phoneNumber">> => {
  const { email, phoneNumber } = open(profile)
  const isProved = methods.some(
    ({ confirmedAt, removedAt, targetDigest }) =>
      confirmedAt !== null && removedAt === null && targetDigest === phoneDigest
  )
  return { email, ...(isProved && { phoneNumber }) }
}
