import type { Keys } from "./Keys.ts"
import type { Logon, OwnProfile } from "./Logon.ts"

/**
 * Where a logon is reached for sure: its e-mail address, since it was activated by a link there, and its phone number once a
 * code came to it. Pure.
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
