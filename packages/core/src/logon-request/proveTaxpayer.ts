import { DateTime, Effect, Option, Redacted } from "effect"
import { AccessGrants } from "../access/AccessGrants.ts"
import { decidePlace } from "../access/decidePlace.ts"
import { decideOnRecord } from "../decisions/decideOnRecord.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { claimKinds } from "../verification/claimKinds.ts"
import type { VerificationClaim } from "../verification/VerificationClaim.ts"
import type { LogonRequestDraft, Proof } from "./LogonRequest.ts"
import { LogonRequestError } from "./LogonRequestError.ts"

/** What an evidence step says of a claim; the steps before it said the rest. */
export type Said = Pick<VerificationClaim, "kind" | "amount" | "letterId">

/**
 * Holds the evidence of a draft against what is on file.
 *
 * **Details**
 *
 * Fails with `VerificationFailed` for every secret reason alike, with `Locked`, or with `RecordsUnavailable`. With the proof
 * come the forecast of the role and whether a logon exists: neither is looked up for anybody who is not verified (D-10, D-34).
 *
 * @rule D-09 @rule D-30 @rule D-61
 */
export const proveTaxpayer = Effect.fn("proveTaxpayer")(function* (
  { answers, ruleSet }: LogonRequestDraft,
  said: Said,
  network: string
) {
  const { "taxpayer-id": given, "taxpayer-type": type } = answers
  if (given === undefined || type === undefined) {
    return yield* new LogonRequestError({ reason: { _tag: "StepNotOpen" } })
  }
  const id = Redacted.value(given.id)
  const { accountType } = given
  const claim = { ...type, idType: given.idType, id, accountType, ...said }

  const {
    decision,
    id: decisionId,
    retryAt
  } = yield* decideOnRecord(claim, network, { pinned: ruleSet }).pipe(
    Effect.catchTag("RecordsUnavailable", ({ _tag }) => Effect.fail(new LogonRequestError({ reason: { _tag } })))
  )
  if (decision._tag === "Locked") {
    const reason = { _tag: "Locked", ...(Option.isSome(retryAt) && { retryAt: retryAt.value }) } as const
    return yield* new LogonRequestError({ reason })
  }
  if (decision._tag !== "Accepted") return yield* new LogonRequestError({ reason: { _tag: "VerificationFailed" } })

  const now = yield* DateTime.now
  const { ask } = yield* (yield* RuleSets).inForce(now, ruleSet)
  const { evidence } = claimKinds[said.kind]
  const letterId = said.letterId === null ? null : Redacted.make(said.letterId)
  const taxpayer = { idType: given.idType, digits: given.id }
  const { access, letterMailedAt, logonExists } = yield* (yield* AccessGrants).standing(taxpayer, letterId)
  const place = decidePlace(access, { evidence, letterMailedAt }, accountType, ask)
  if (place === null) return yield* Effect.die(new Error("No role is granted"))
  return {
    decisionId,
    evidence,
    letterId,
    role: place.role,
    logonExists
  } satisfies Proof
})
