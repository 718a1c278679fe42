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
     * A draft stays on the rule set it began with, whatever comes into force meanwhile. Its `pin` is of what decides, which
     * is another where this release says something otherwise than the one that pinned; where the pinned one cannot be read
     * at all, it is what is in force. @adr 0017
     */
    readonly inForce: (at: DateTime.Utc, pin?: RuleSetPin) => Effect.Effect<RuleSetInForce>
    /** All that the house has, whatever their days: every version of every line, oldest first. */
    readonly all: ReadonlyArray<KeptRuleSet>
    /**
     * The one that was pinned, though its file may be gone since; none where the house never had it or
     * cannot read it any more. What another release said otherwise has another `pin`, and `madeOf` names the one that was
     * asked for. @adr 0017
     */
    readonly find: (pin: RuleSetPin) => Effect.Effect<KeptRuleSet | null>
  }
>()("core/decisions/RuleSets") {}
