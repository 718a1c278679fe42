import type { AskedOf } from "../engine/RuleSet.ts"
import type { PolicyInForce } from "./PolicyInForce.ts"
import type { Questions } from "./questions.ts"
import type { RuleSetPin } from "./RuleSetPin.ts"

/** A rule set ready to be asked, and the pin that holds something to it. */
export interface RuleSetInForce {
  readonly pin: RuleSetPin
  readonly policy: PolicyInForce
  readonly ask: AskedOf<Questions>
}
