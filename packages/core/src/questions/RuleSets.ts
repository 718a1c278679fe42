import { Context } from "effect"
import type { DateTime, Effect } from "effect"
import type { RuleSetInForce } from "./RuleSetInForce.ts"
import type { RuleSetPin } from "./RuleSetPin.ts"

/** A rule set that the server keeps, with its content. */
export interface KeptRuleSet extends RuleSetInForce {
  readonly id: string
  /** Counts from 1. */
  readonly version: number
  /** Days in ISO 8601: in force from the first day, until the day before the second. */
  readonly effective: { readonly from: string; readonly to?: string }
  /** Source of each policy value, by path. */
  readonly sources: Readonly<Record<string, string>>
  /**
   * The rule set that the server's settings were applied to (as it ships or as its file has it) and what they changed;
   * or the rule set that another release stored, and how this release differs. @adr 0017
   */
  readonly madeOf: { readonly pin: RuleSetPin; readonly changes: ReadonlyArray<string> }
}

/** The rule sets that the server uses. */
export class RuleSets extends Context.Service<
  RuleSets,
  {
    /**
     * Returns the server's rule set in force at an instant; with a pin, the pinned one.
     *
     * **Gotchas**
     *
     * A draft stays on the rule set that it began with. The `pin` in the result is that of the rule set that decides.
     * It differs from the given one if this release changed the pinned rule set. If the pinned rule set cannot be read
     * at all, the result is the one in force. @adr 0017
     */
    readonly inForce: (at: DateTime.Utc, pin?: RuleSetPin) => Effect.Effect<RuleSetInForce>
    /** All rule sets, whatever their days: every version of each, oldest first. */
    readonly all: ReadonlyArray<KeptRuleSet>
    /**
     * Returns the pinned rule set, even if its file is gone; null if the server never had it or can no longer read it.
     * If another release changed it, its `pin` differs and `madeOf` names the requested one. @adr 0017
     */
    readonly find: (pin: RuleSetPin) => Effect.Effect<KeptRuleSet | null>
  }
>()("core/questions/RuleSets") {}
