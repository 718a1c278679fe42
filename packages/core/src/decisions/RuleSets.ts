import { Context } from "effect"
import type { DateTime, Effect } from "effect"
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
  }
>()("core/decisions/RuleSets") {}
