import type { DateTime, Redacted } from "effect"
import type { Decision } from "../engine/ask.ts"
import type { RuleSetPin } from "../questions/RuleSetPin.ts"

/** Every result that a decision can have. */
export const decisionResults = [
  "Accepted",
  "Refused",
  "NeedsFacts",
  "Locked",
  "Referred"
] as const satisfies ReadonlyArray<Decision<unknown>["_tag"]>

/** The content of a receipt for a decision on record: its result, without the reason. @rule D-27 */
export interface DecisionReceipt {
  readonly id: string
  /** Id of the question. */
  readonly question: string
  readonly ruleSet: RuleSetPin
  readonly result: Decision<unknown>["_tag"]
  readonly at: DateTime.Utc
}

/** A decision on record as the log stores it. */
export interface KeptDecision extends DecisionReceipt {
  /** The bytes of `logOf`; null if they can no longer be opened. */
  readonly log: Redacted.Redacted | null
}

/** The staff member who looks at a decision, and the case; the look is audited. @rule D-43 */
export interface StaffLook {
  /** Id of their API key. */
  readonly by: string
  readonly caseNumber: string
  readonly purpose: "look-up" | "replay"
  readonly at: DateTime.Utc
}
