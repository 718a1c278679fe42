import { askAll } from "../engine/RuleSet.ts"
import type { AskedOf, PolicyOf, Questions } from "../engine/RuleSet.ts"

/** Returns a function that binds these questions to a policy, once for each policy. Page-safe. */
export const askUnder = <const Q extends Questions>(questions: Q) => {
  const asked = new WeakMap<PolicyOf<Q> & object, AskedOf<Q>>()
  return (policy: PolicyOf<Q> & object): AskedOf<Q> => {
    const known = asked.get(policy) ?? askAll(questions, policy)
    asked.set(policy, known)
    return known
  }
}
