import type { Asked } from "./ask.ts"
import { canonical } from "./RuleSet.ts"

/** How often one decision became another, with the first such case as canonical JSON. */
export interface WhatIfChange {
  readonly count: number
  readonly example: string
}

/** The content of a decision: its grant, or the rule that failed; and the rules that warned. */
const sayOf = <F, P, A>({ evaluate, rows }: Asked<F, P, A>, facts: F): string => {
  const { decision, findings } = evaluate(facts)
  const warned = rows.filter(({ tag }, i) => tag === "Warned" && findings[i]!.outcome === "fail")
  return [
    decision._tag,
    ...("rule" in decision ? [` by ${decision.rule.id}`] : []),
    ...("grant" in decision ? [` ${canonical(decision.grant)}`] : []),
    ...warned.map(({ rule }) => `, ${rule.id} warns`)
  ].join("")
}

/** Returns what would change if `after` replaced `before`: `Accepted "verified" -> Refused by R-07`, each kind of change once. */
export const whatIf = <F, P, A, Q, B>(
  before: Asked<F, P, A>,
  after: Asked<F, Q, B>,
  cases: Iterable<F>
): ReadonlyMap<string, WhatIfChange> => {
  const changes = new Map<string, WhatIfChange>()
  for (const facts of cases) {
    const [was, is] = [sayOf(before, facts), sayOf(after, facts)]
    if (was === is) continue
    const change = changes.get(`${was} -> ${is}`)
    changes.set(`${was} -> ${is}`, { count: (change?.count ?? 0) + 1, example: change?.example ?? canonical(facts) })
  }
  return changes
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === "object"

/** Returns the values that differ, by path: `"verification.letters.lifeDays: 90 -> 21"`. */
export const diff = (before: unknown, after: unknown, path = ""): ReadonlyArray<string> => {
  if (canonical(before) === canonical(after)) return []
  if (!isTree(before) || !isTree(after)) return [`${path}: ${canonical(before)} -> ${canonical(after)}`]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.flatMap((name) => diff(before[name], after[name], path === "" ? name : `${path}.${name}`))
}
