import { Engine } from "json-rules-engine"
import type { Facts } from "./cases.ts"
import { derived, refusals } from "./derived.ts"

/** The question as rules of json-rules-engine, the first that says no stops it. */
export const jsonRules = (): ((facts: Facts) => Promise<string>) => {
  const engine = new Engine()
  refusals.forEach(([type, all], at) =>
    engine.addRule({
      conditions: { all: all.map(([fact, operator, value]) => ({ fact, operator, value })) },
      event: { type },
      priority: refusals.length - at,
      onSuccess: () => void engine.stop()
    })
  )
  return async (facts) => (await engine.run(derived(facts))).events[0]?.type ?? "Accepted"
}
