import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { Decision } from "../engine/ask.ts"
import type { TaxpayerIdentifier } from "../taxpayer/TaxpayerIdentifier.ts"
import type { DecisionReceipt, KeptDecision, StaffLook } from "./KeptDecision.ts"
import type { AttemptKind } from "../verification/claimKinds.ts"
import type { RuleSetPin } from "./RuleSets.ts"

/** A decision as it is kept: result in clear, and why sealed, for replay. @rule D-09 @rule D-42 */
export interface LoggedDecision {
  readonly question: string
  readonly ruleSet: RuleSetPin
  readonly result: Decision<unknown>["_tag"]
  /** What `logOf` says of it: the facts as the question was put, the rule that said no, every finding; sealed at rest. */
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
  /** Id of the key that it was asked with; null where a person answered a step. */
  readonly askedBy: string | null
  readonly at: DateTime.Utc
}

/** Where decisions on record are kept. */
export class DecisionLog extends Context.Service<
  DecisionLog,
  {
    /** Keeps the decision and settles its attempt, in one transaction; answers the decision's id. */
    readonly record: (decision: LoggedDecision) => Effect.Effect<string>
    /** A decision with its facts, for staff; the look is audited in the transaction that finds it. None: there is none. */
    readonly find: (id: string, look: StaffLook) => Effect.Effect<KeptDecision | null>
    /** What a decision came to, for the key that asked for it and for nobody else. */
    readonly receipt: (id: string, askedBy: string) => Effect.Effect<DecisionReceipt | null>
  }
>()("core/decisions/DecisionLog") {}
