import type { AskedOf } from "../engine/RuleSet.ts"
import type { PolicyInForce } from "./policySheet.ts"
import type { Questions } from "./questions.ts"
import type { RuleSetPin } from "./RuleSetPin.ts"

/** A rule set that is ready to use, and the pin that ties something to it. */
export interface RuleSetInForce {
  readonly pin: RuleSetPin
  readonly policy: PolicyInForce
  readonly ask: AskedOf<Questions>
}
