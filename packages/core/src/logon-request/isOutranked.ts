import type { DateTime } from "effect"
import type { Evidence } from "../access/contestFacts.ts"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import type { SubmitFacts } from "./LogonRequests.ts"

const ms = (at: DateTime.Utc | null): number | null => (at === null ? null : at.epochMilliseconds)

/** Whether a proof outranks the Master Administrator that a taxpayer has. ☼ @rule D-25 */
export const isOutranked = (
  { letterMailedAt, openSince }: SubmitFacts["contest"],
  evidence: Evidence,
  ask: Pick<RuleSetInForce["ask"], "contest">
): boolean =>
  ask.contest.evaluate({ contest: { evidence, openedAt: ms(openSince), letterMailedAt: ms(letterMailedAt) } }).decision
    ._tag === "Accepted"
