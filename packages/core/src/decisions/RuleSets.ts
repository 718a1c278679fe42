import { Context } from "effect"
import type { DateTime, Effect } from "effect"
import type { KeptRuleSet } from "./KeptRuleSet.ts"
import type { RuleSetInForce } from "./RuleSetInForce.ts"
import type { RuleSetPin } from "./RuleSetPin.ts"

export type { RuleSetPin } from "./RuleSetPin.ts"

/** Where the rule sets are kept that this house decides by. */
export class RuleSets extends Context.Service<
  RuleSets,
  {
    /**
     * The rule set of this house that is in force at an instant; with a pin, the one that was pinned.
     *
     * **Gotchas**
     *
     * A draft stays on the rule set it began with, whatever comes into force meanwhile. A pin that the house no longer
     * knows is a defect: rule sets are never taken away while a draft can be pinned to one.
     */
    readonly inForce: (at: DateTime.Utc, pin?: RuleSetPin) => Effect.Effect<RuleSetInForce>
    /** All that the house has, whatever their days: every version of every line, oldest first. */
    readonly all: ReadonlyArray<KeptRuleSet>
    /** The one that was pinned, though its file may be gone since; none where the house never had it. @adr 0017 */
    readonly find: (pin: RuleSetPin) => Effect.Effect<KeptRuleSet | null>
  }
>()("core/decisions/RuleSets") {}
