import { Context } from "effect"
import type { DateTime, Effect } from "effect"
import type { KeptRuleSet } from "./KeptRuleSet.ts"
import type { RuleSetInForce } from "./RuleSetInForce.ts"
import type { RuleSetPin } from "./RuleSetPin.ts"

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
