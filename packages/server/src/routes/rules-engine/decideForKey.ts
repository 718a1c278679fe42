import type { AskDecision, RecordedDecisionView } from "@mtc-logon/core/contract"
import { decideOnRecord } from "@mtc-logon/core/decisions"
import { readClaim } from "@mtc-logon/core/questions"
import type { DecisionReceipt } from "@mtc-logon/core/decisions"
import { DateTime, Effect, Option, Result } from "effect"
import { HttpError } from "../../http/HttpError.ts"
import { factsRefused } from "./simulate.ts"

/** Members that say nothing where it is decided on record: by which rules, and how much is told, is not the caller's. */
const refusedMembers = ["ruleSet", "asOf"] as const

/** A decision on record as it is answered, with its signature. */
export const receiptToView = (
  { at, id, question, result, ruleSet }: DecisionReceipt,
  sign: (text: string) => string
): typeof RecordedDecisionView.Type => {
  const receipt = { id, question, ruleSet, result, at: DateTime.formatIso(at) }
  return { ...receipt, receipt: sign(JSON.stringify(receipt)) }
}

/**
 * Decides on record for an application: an attempt like another, logged with its key; the result is told and nothing else.
 *
 * **Details**
 *
 * `verification` alone has a record that outsiders may ask about. It gives the claim; what is on file is loaded. Whom
 * it asks for comes through it, so the key is their network (D-61).
 *
 * @rule D-27 @rule D-30 @rule D-61
 */
export const decideForKey = Effect.fnUntraced(function* (
  call: typeof AskDecision.Type,
  key: string,
  sign: (text: string) => string
) {
  const paths = [
    ...(call.question === "verification" ? [] : ["question"]),
    ...(call.detail === "full" ? ["detail"] : []),
    ...refusedMembers.filter((member) => call[member] !== undefined)
  ]
  if (paths.length > 0) return yield* new HttpError({ reason: { _tag: "Malformed", paths } })
  const { claim } = yield* Effect.fromResult(Result.mapError(readClaim(call.facts), factsRefused("facts")))
  const { at, decision, id, retryAt, ruleSet } = yield* decideOnRecord(claim, `key:${key}`, { askedBy: key })
  const told = receiptToView({ id, question: call.question, ruleSet, result: decision._tag, at }, sign)
  return decision._tag === "Locked" && Option.isSome(retryAt)
    ? { ...told, retryAt: DateTime.formatIso(retryAt.value) }
    : told
})
