import { ask } from "../engine/ask.ts"
import type { AskedOf } from "../engine/RuleSet.ts"
import type { PolicyInForce } from "./PolicyInForce.ts"
import { questions } from "./questions.ts"
import type { Questions } from "./questions.ts"

const asked = new WeakMap<PolicyInForce, AskedOf<Questions>>()

/** Returns the questions bound to a policy, created once for each policy. A page uses it to ask the rule set that its draft is pinned to. Page-safe. */
export const askUnder = (policy: PolicyInForce): AskedOf<Questions> => {
  const known = asked.get(policy)
  if (known !== undefined) return known
  const made = Object.fromEntries(
    Object.entries(questions).map(([name, question]) => [name, ask(question as never, policy as never)])
  ) as unknown as AskedOf<Questions>
  asked.set(policy, made)
  return made
}
