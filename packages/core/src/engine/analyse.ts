import type { Asked } from "./ask.ts"
import { isSecret } from "./explain.ts"
import { canonical } from "./RuleSet.ts"

/** Findings about the rules of a question over a space of cases, with rules by id. It does not include warnings. */
export interface Analysis {
  /** Rules that never fail. */
  readonly dead: ReadonlyArray<string>
  /** Rules whose failure never decides a case. */
  readonly neverDecides: ReadonlyArray<string>
  /** `[a, b]`: whenever a fails, b fails too. */
  readonly overlaps: ReadonlyArray<readonly [string, string]>
  /** `rule path`: declared but never read. */
  readonly unread: ReadonlyArray<string>
  /** `rule path`: read but not declared. */
  readonly undeclared: ReadonlyArray<string>
  /** Values of the facts that rules split on, such as `claim.kind "letterId"`, with which a case was granted although no rule about what is on file applied. */
  readonly gaps: ReadonlyArray<string>
  /** Rules without a citation. */
  readonly uncited: ReadonlyArray<string>
  /** Rules that refuse without saying what to do next. */
  readonly withoutRemedy: ReadonlyArray<string>
}

/**
 * Runs every rule over every case and records what it reads.
 *
 * **Gotchas**
 *
 * Do not run it in a process that serves calls. Its views of the facts have other shapes, so `decide` stays slower afterwards.
 */
export const analyse = <F extends object, P, A>(
  { rows: all, policy, decide, question }: Asked<F, P, A>,
  cases: Iterable<F>
): Analysis => {
  const rows = all.filter(({ tag }) => tag !== "Warned")
  const fails = rows.map(() => 0)
  const decides = rows.map(() => 0)
  const without = rows.map(() => rows.map(() => 0)) // [a][b]: a fails and b doesn't
  const touched = rows.map(() => new Set<string>())
  let current: F | undefined
  const watchers = touched.map((seen) => {
    const view: Record<string, object> = {}
    for (const path of Object.keys(question.sheet)) {
      const [subject = "", name = ""] = path.split(".")
      const { of } = question.sheet[path]!
      const get = () => (seen.add(path), current === undefined ? undefined : of(current))
      Object.defineProperty((view[subject] ??= {}), name, { get })
    }
    return view as F
  })
  const isFiled = rows.map(({ rule }) => isSecret(rule, question))
  const splits = [...new Set(rows.flatMap(({ rule: { when } }) => when?.path ?? []))]
  const gaps = new Set<string>()
  for (const facts of cases) {
    current = facts
    const no = rows.map(({ rule }, i) => {
      if (rule.when !== undefined && !rule.when.holds(facts)) return false
      return !rule.check(watchers[i]!, policy)
    })
    const decision = decide(facts)
    const applies = rows.some(({ rule: { when } }, i) => isFiled[i] && (when === undefined || when.holds(facts)))
    if (decision._tag === "Accepted" && isFiled.includes(true) && !applies) {
      for (const path of splits) gaps.add(`${path} ${canonical(question.sheet[path]!.of(facts))}`)
    }
    for (let a = 0; a < rows.length; a++) {
      if (!no[a]) continue
      fails[a]! += 1
      if ("rule" in decision && decision.rule === rows[a]!.rule) decides[a]! += 1
      for (let b = 0; b < rows.length; b++) if (!no[b]) without[a]![b]! += 1
    }
  }
  const ids = rows.map(({ rule }) => rule.id)
  const pairs = (of: (reads: ReadonlyArray<string>, seen: ReadonlySet<string>) => ReadonlyArray<string>) =>
    rows.flatMap(({ rule }, i) => of(rule.reads, touched[i]!).map((path) => `${rule.id} ${path}`))
  return {
    dead: ids.filter((_, i) => fails[i] === 0),
    neverDecides: ids.filter((_, i) => fails[i]! > 0 && decides[i] === 0),
    overlaps: ids.flatMap((a, i) =>
      ids.flatMap((b, j) => (i !== j && fails[i]! > 0 && without[i]![j] === 0 ? [[a, b] as const] : []))
    ),
    unread: pairs((reads, seen) => reads.filter((path) => !seen.has(path))),
    undeclared: pairs((reads, seen) => [...seen].filter((path) => !reads.includes(path))),
    gaps: [...gaps],
    uncited: all.filter(({ rule }) => rule.cites.length === 0).map(({ rule }) => rule.id),
    withoutRemedy: all.filter(({ rule }) => rule.remedies.length === 0).map(({ rule }) => rule.id)
  }
}
