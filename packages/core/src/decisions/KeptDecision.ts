import type { DateTime, Redacted } from "effect"
import type { Decision } from "../engine/ask.ts"
import type { RuleSetPin } from "./RuleSetPin.ts"

/** What a receipt says of a decision on record: its result, and nothing of why. @rule D-27 */
export interface DecisionReceipt {
  readonly id: string
  /** Id of the question. */
  readonly question: string
  readonly ruleSet: RuleSetPin
  readonly result: Decision<unknown>["_tag"]
  readonly at: DateTime.Utc
}

/** A decision on record as the log has it. */
export interface KeptDecision extends DecisionReceipt {
  /** The bytes of `logOf`; null where they do not open any more. */
  readonly log: Redacted.Redacted | null
}

/** Who of the staff looks at a decision, and for which case; it is audited. @rule D-43 */
export interface StaffLook {
  /** Id of the key that they ask with. */
  readonly by: string
  readonly caseNumber: string
  readonly purpose: "look-up" | "replay"
  readonly at: DateTime.Utc
}
