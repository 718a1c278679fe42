import type { Asked, Row } from "./ask.ts"
import { isSecret } from "./explain.ts"
import { factAt } from "./Rule.ts"
import type { Knowledge, Params } from "./Rule.ts"

/** One problem with what a person typed, at its field. */
export interface Issue {
  /** Answer field: `confirmId`. */
  readonly field: string
  /** Wording id. */
  readonly messageId: string
  /** Id of the rule. */
  readonly rule: string
  readonly params: Params
}

/**
 * Returns the problems with what a person typed that can be known here: the public refusals that fail, in order.
 *
 * **Details**
 *
 * An issue is shown at the field of the last fact that its rule reads. A rule with a secret fact, or whose last fact no
 * field asks, gives none.
 */
export const issuesOf = <F, P, A>(asked: Asked<F, P, A>, facts: Knowledge<F>): ReadonlyArray<Issue> =>
  failing(asked, facts, "Refused")

/** Returns what we advise a person to change but accept as it is. */
export const warningsOf = <F, P, A>(asked: Asked<F, P, A>, facts: Knowledge<F>): ReadonlyArray<Issue> =>
  failing(asked, facts, "Warned")

const failing = <F, P, A>(
  { question, policy, rows, evaluate }: Asked<F, P, A>,
  facts: Knowledge<F>,
  tag: Row<F, P>["tag"]
): ReadonlyArray<Issue> => {
  const { findings } = evaluate(facts)
  return rows.flatMap(({ rule, tag: its }, i) => {
    if (its !== tag || findings[i]!.outcome !== "fail" || isSecret(rule, question)) return []
    const path = rule.reads.at(-1)!
    const { field: at } = question.sheet[path]!
    const field = typeof at === "function" ? at(factAt(question, facts, path) as never) : at
    return field === null
      ? []
      : [{ field, messageId: rule.message, rule: rule.id, params: rule.params?.(policy) ?? {} }]
  })
}
