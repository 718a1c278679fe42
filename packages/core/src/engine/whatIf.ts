import type { Asked, Decision } from "./ask.ts"
import { canonical } from "./RuleSet.ts"

/** How often one decision became another, and the first case of it as canonical JSON. */
export interface WhatIfChange {
  readonly count: number
  readonly example: string
}

const sayOf = (decision: Decision<unknown>): string =>
  "rule" in decision ? `${decision._tag} by ${decision.rule.id}` : decision._tag

/** What would change if `after` took the place of `before`: `"Accepted -> Refused by R-07"`, each kind of change once. */
export const whatIf = <F, P, A, Q, B>(
  before: Asked<F, P, A>,
  after: Asked<F, Q, B>,
  cases: Iterable<F>
): ReadonlyMap<string, WhatIfChange> => {
  const changes = new Map<string, WhatIfChange>()
  for (const facts of cases) {
    const [was, is] = [sayOf(before.decide(facts)), sayOf(after.decide(facts))]
    if (was === is) continue
    const change = changes.get(`${was} -> ${is}`)
    changes.set(`${was} -> ${is}`, { count: (change?.count ?? 0) + 1, example: change?.example ?? canonical(facts) })
  }
  return changes
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === "object"

/** The values that differ, by path: `"verification.letters.lifeDays: 90 -> 21"`. */
export const diff = (before: unknown, after: unknown, path = ""): ReadonlyArray<string> => {
  if (canonical(before) === canonical(after)) return []
  if (!isTree(before) || !isTree(after)) return [`${path}: ${canonical(before)} -> ${canonical(after)}`]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.flatMap((name) => diff(before[name], after[name], path === "" ? name : `${path}.${name}`))
}
