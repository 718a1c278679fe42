import type { LimitName } from "@mtc-logon/core/contract"
import { findLogonRequest } from "@mtc-logon/core/logon-request"
import type { LogonRequestKey, LogonRequestReason } from "@mtc-logon/core/logon-request"
import type { ApiKey } from "@mtc-logon/core/partner"
import type { ProfileReason } from "@mtc-logon/core/profile"
import { Effect, Predicate } from "effect"
import type { AnsweredError } from "../http/problems.ts"
import type { ClientAddress } from "../limits/clientAddress.ts"
import type { houseLimits } from "../limits/houseLimits.ts"
import { limitedByAddress, limitedTo, limitedWhere } from "./limited.ts"
import type { Ports } from "./Ports.ts"
import type { AttemptKind } from "@mtc-logon/core/verification"
import { forShared } from "../limits/houseLimits.ts"
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
const evidenceLimits = (
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

/** What a limit may count by. */
interface Counted {
  readonly caller: ClientAddress
  readonly body?: unknown
  readonly key?: LogonRequestKey
  readonly apiKey?: ApiKey
}

/** Does the work of a call where its limit allows it. */
type Limited = (
  given: Counted
) => <A>(work: Effect.Effect<A, AnsweredError, Ports>) => Effect.Effect<A, AnsweredError, Ports>

type House = ReturnType<typeof houseLimits>

/** What is an attempt: all else decided nothing, and uses up nothing. @rule D-41 @rule D-65 */
const attempts: ReadonlyArray<(LogonRequestReason | ProfileReason)["_tag"]> = [
  "VerificationFailed",
  "LetterRefused",
  "Locked"
]

/** Each limit that the list of calls names, as this server counts it. */
export const callLimits = (limits: House): { readonly [L in LimitName]: Limited } => {
  const byAddress =
    (name: keyof House & LimitName): Limited =>
    ({ caller }) =>
    (work) =>
      Effect.andThen(limitedByAddress(limits[name], caller), work)
  /** Found first: whoever knows its id and not its token uses up none of its owner's tries. */
  const ofOwner =
    (limited: (key: LogonRequestKey, given: Counted) => ReturnType<Limited>): Limited =>
    ({ key, ...given }) =>
    (work) =>
      key === undefined ? work : Effect.andThen(findLogonRequest(key), limited(key, given)(work))
  const byRequest = (name: keyof House & LimitName) =>
    ofOwner(
      ({ id }) =>
        (work) =>
          Effect.andThen(limitedTo(limits[name], id), work)
    )
  const byEvidence = (kind: "amount" | "letter") =>
    ofOwner(({ id }, { caller }) =>
      limitedWhere([...evidenceLimits(limits, caller, kind), [limits.verifyPerDraft, id]], attempts)
    )
  const byKey =
    (name: keyof House & LimitName): Limited =>
    ({ apiKey }) =>
    (work) =>
      apiKey === undefined ? work : Effect.andThen(limitedTo(limits[name], apiKey.id), work)
  return {
    activation: byAddress("activation"),
    "activation-code": (given) =>
      Predicate.hasProperty(given.body, "activationCode") ? byAddress("activation")(given) : (work) => work,
    "amount-evidence": byEvidence("amount"),
    codes: byAddress("codes"),
    decisions: byKey("decisions"),
    drafts: byAddress("drafts"),
    emailsPerRequest: byRequest("emailsPerRequest"),
    "letter-code": ({ caller }) => limitedWhere(evidenceLimits(limits, caller, "letter"), attempts),
    "letter-evidence": byEvidence("letter"),
    letters: byAddress("letters"),
    logIn: byAddress("logIn"),
    // A draft is no way to ask about one address after another.
    profilesPerDraft: byRequest("profilesPerDraft"),
    recoveryPerAddress: byAddress("recoveryPerAddress"),
    simulations: byKey("simulations"),
    usernamesPerDraft: byRequest("usernamesPerDraft")
  }
}
