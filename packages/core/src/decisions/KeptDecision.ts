import type { DateTime, Redacted } from "effect"
import type { Decision, Outcome } from "../engine/ask.ts"
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
  /** What was known, `{subject: {name: value}}`. */
  readonly facts: Redacted.Redacted<object>
  /** The rule that said no. */
  readonly rule: string | null
  /** Each rule with its outcome, in the order in which they were asked. */
  readonly findings: ReadonlyArray<readonly [rule: string, outcome: Outcome]>
}

/** Who of the staff looks at a decision, and for which case; it is audited. @rule D-43 */
export interface StaffLook {
  /** Id of the key that they ask with. */
  readonly by: string
  readonly caseNumber: string
  readonly purpose: "look-up" | "replay"
  readonly at: DateTime.Utc
}
