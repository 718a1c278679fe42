import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { Decision } from "../engine/ask.ts"
import type { TaxpayerIdentifier } from "../taxpayer/TaxpayerIdentifier.ts"
import type { DecisionReceipt, KeptDecision, StaffLook } from "./KeptDecision.ts"
import type { AttemptKind } from "../verification/claimKinds.ts"
import type { RuleSetPin } from "../questions/RuleSetPin.ts"

/** A decision as it is stored: the result in clear, and the reasons sealed, for replay. @rule D-09 @rule D-42 */
export interface LoggedDecision {
  readonly question: string
  readonly ruleSet: RuleSetPin
  readonly result: Decision<unknown>["_tag"]
  /** The output of `logOf`: the facts, the rule that failed and every finding; sealed at rest. */
  readonly log: Redacted.Redacted
  /** The attempt that this decision settles, and whether it stays a failure. */
  readonly attempt: { readonly id: string; readonly failed: boolean }
  /**
   * Where amounts are locked by now, or letters are guessed by a machine: whom to tell by post, and whether, when they were
   * told last of that.
   *
   * @rule D-30 @rule D-61
   */
  readonly lock: {
    readonly taxpayer: TaxpayerIdentifier
    readonly kind: AttemptKind
    readonly tells: (toldAt: DateTime.Utc | null) => boolean
  } | null
  /** Id of the API key that asked; null if a person answered a step. */
  readonly askedBy: string | null
  readonly at: DateTime.Utc
}

/** Stores decisions on record. */
export class DecisionLog extends Context.Service<
  DecisionLog,
  {
    /** Stores the decision and settles its attempt in one transaction; returns the decision's id. */
    readonly record: (decision: LoggedDecision) => Effect.Effect<string>
    /** Returns a decision with its facts, for staff; audits the look in the same transaction. Returns null if there is none. */
    readonly find: (id: string, look: StaffLook) => Effect.Effect<KeptDecision | null>
    /** Returns the result of a decision, only to the API key that asked for it. */
    readonly receipt: (id: string, askedBy: string) => Effect.Effect<DecisionReceipt | null>
  }
>()("core/decisions/DecisionLog") {}
