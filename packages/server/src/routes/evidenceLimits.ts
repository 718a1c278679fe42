import type { AttemptKind } from "@mtc-logon/core/verification"
import { forShared } from "../limits/houseLimits.ts"
import type { houseLimits } from "../limits/houseLimits.ts"
import type { ClientAddress } from "../limits/clientAddress.ts"
import type { RateLimit } from "../limits/RateLimits.ts"

/**
 * The limits that a try with evidence takes a use of, and whose: those of the address that calls and, for amounts, of the
 * network that it is of.
 *
 * **Gotchas**
 *
 * What an address is too often at, its own neighbors in the wider network may still be: a letter is never refused for what
 * others did (I24).
 *
 * @rule D-30 @rule D-61
 */
export const evidenceLimits = (
  { verifyPerDay, verifyPerHour, verifyPerNetwork }: ReturnType<typeof houseLimits>,
  { address, isShared, network }: ClientAddress,
  kind: AttemptKind
): ReadonlyArray<readonly [limit: RateLimit, whose: string]> => {
  const ofAddress = (limit: RateLimit) => [isShared ? forShared(limit) : limit, address] as const
  return [
    ofAddress(verifyPerHour),
    ofAddress(verifyPerDay),
    ...(kind === "amount" ? [[verifyPerNetwork, network] as const] : [])
  ]
}
