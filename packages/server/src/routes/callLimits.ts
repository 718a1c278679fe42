import type { LimitName } from "@mtc-logon/core/contract"
import type { ProfileReason } from "@mtc-logon/core/profile"
import { Effect } from "effect"
import type { houseLimits } from "../limits/houseLimits.ts"
import type { ClientAddress } from "../limits/clientAddress.ts"
import type { RateLimits } from "../limits/RateLimits.ts"
import type { HttpError } from "../http/HttpError.ts"
import { evidenceLimits } from "./evidenceLimits.ts"
import { limitedByAddress, limitedWhere } from "./limited.ts"

/** Does the work of a call where its limit allows it. */
type Limited = (
  caller: ClientAddress
) => <A, E extends { readonly _tag: string; readonly reason?: unknown }, R>(
  work: Effect.Effect<A, E, R>
) => Effect.Effect<A, E | HttpError, R | RateLimits>

/** What is an attempt: all else decided nothing, and uses up nothing. @rule D-41 @rule D-65 */
const attempts: ReadonlyArray<ProfileReason["_tag"]> = ["LetterRefused", "Locked"]

/** Each limit that the list of calls names, as this server counts it. */
export const callLimits = (limits: ReturnType<typeof houseLimits>): { readonly [L in LimitName]: Limited } => {
  const byAddress =
    (name: "codes" | "logIn"): Limited =>
    (caller) =>
    (work) =>
      Effect.andThen(limitedByAddress(limits[name], caller), work)
  return {
    codes: byAddress("codes"),
    logIn: byAddress("logIn"),
    "letter-code": (caller) => limitedWhere(evidenceLimits(limits, caller, "letter"), attempts)
  }
}
