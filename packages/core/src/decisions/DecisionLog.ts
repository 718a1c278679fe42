import { Context } from "effect"
import type { DateTime, Effect } from "effect"
import type { Evaluation } from "../engine/ask.ts"
import type { TaxpayerIdentifier } from "../taxpayer/TaxpayerIdentifier.ts"
import type { RuleSetPin } from "./RuleSets.ts"

/** A decision as it is kept: outcome in clear, facts and findings sealed, for replay (D-42). */
export interface LoggedDecision {
  readonly question: string
  readonly ruleSet: RuleSetPin
  /** `{subject: {name: value}}`, as the question was put; sealed at rest. */
  readonly facts: object
  readonly evaluation: Evaluation<unknown>
  /** The attempt that this decision settles, and whether it stays a failure. */
  readonly attempt: { readonly id: string; readonly failed: boolean }
  /** Where the number is locked by now: whom to tell by post, and whether, when they were told last. @rule D-30 */
  readonly lock: {
    readonly taxpayer: TaxpayerIdentifier
    readonly tells: (toldAt: DateTime.Utc | null) => boolean
  } | null
  readonly at: DateTime.Utc
}

/** Where decisions on record are kept. */
export class DecisionLog extends Context.Service<
  DecisionLog,
  {
    /** Keeps the decision and settles its attempt, in one transaction; answers the decision's id. */
    readonly record: (decision: LoggedDecision) => Effect.Effect<string>
  }
>()("core/decisions/DecisionLog") {}
