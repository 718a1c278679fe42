import { canonical } from "./RuleSet.ts"
import type { Asked, Decision } from "./ask.ts"
import { sealed } from "./Rule.ts"
import type { Knowledge } from "./Rule.ts"

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

/** The bytes that are logged of a decision. Rules are named, not stored. */
export const logOf = <F, P, A>(asked: Asked<F, P, A>, facts: Knowledge<F>): string => {
  const { decision, findings } = asked.evaluate(facts)
  const rule = "rule" in decision ? { rule: decision.rule.id } : {}
  return canonical({
    question: asked.question.id,
    facts,
    decision: { ...decision, ...rule },
    findings: findings.map(({ rule, outcome }) => [rule.id, outcome])
  })
}

const seals = canonical(sealed)

/** What was known when a decision was logged: the bytes of a log, or the facts of one as canonical JSON, read back. */
export const knowledgeOfLog = <F>(logged: string): Knowledge<F> => {
  const all = JSON.parse(logged, (_, value: unknown) => (canonical(value) === seals ? sealed : value))
  return (typeof all.question === "string" ? all.facts : all) as Knowledge<F>
}

/** A logged case decided again: the same bytes, or where they part. */
export type Replay = { readonly result: "equal" } | { readonly result: "diverged"; readonly at: ReadonlyArray<string> }

/** Decides again what was logged: the facts that the log has, under this rule set. */
export const replayLog = <F, P, A>(asked: Asked<F, P, A>, logged: string): Replay =>
  replay(asked, knowledgeOfLog<F>(logged), logged)

/** Decides a logged case again. */
export const replay = <F, P, A>(asked: Asked<F, P, A>, facts: Knowledge<F>, logged: string): Replay => {
  const again = logOf(asked, facts)
  return again === logged
    ? { result: "equal" }
    : { result: "diverged", at: diff(JSON.parse(logged), JSON.parse(again)) }
}
