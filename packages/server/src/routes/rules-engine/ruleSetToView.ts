import type { RuleSetLine, RuleSetView, RuleView } from "@mtc-logon/core/contract"
import type { KeptRuleSet } from "@mtc-logon/core/questions"
import { isSecret } from "@mtc-logon/core/engine"
import type { Asked, Rule } from "@mtc-logon/core/engine"
import { policyEntries } from "@mtc-logon/core/questions"
import { policyValues } from "@mtc-logon/core/rule-sets"

type AnyAsked = Asked<never, never, unknown>

/** A rule set as a line of the list. */
export const ruleSetToLine = ({ effective, pin, version }: KeptRuleSet): typeof RuleSetLine.Type => ({
  id: pin.id,
  version,
  effective,
  hash: pin.hash
})

/** Every rule that a rule set asks, once, in the order in which they are asked. */
export const rulesToView = ({ ask }: KeptRuleSet): ReadonlyArray<typeof RuleView.Type> => {
  const asking = new Map<Rule<never, never>, AnyAsked[]>()
  for (const asked of Object.values(ask as unknown as Readonly<Record<string, AnyAsked>>)) {
    for (const { rule } of asked.rows) asking.set(rule, [...(asking.get(rule) ?? []), asked])
  }
  return Array.from(asking, ([rule, all]) => {
    const { cites, id, message, reads, remedies, title } = rule
    const { sheet } = all[0]!.question
    return {
      id,
      title,
      cites,
      questions: all.map(({ question }) => question.id),
      reads: reads.map((path) => ({ path, label: sheet[path]!.label, secret: sheet[path]!.secret })),
      secret: all.some(({ question }) => isSecret(rule, question)),
      message,
      remedies
    }
  })
}

/** All that a rule set says. */
export const ruleSetToView = (ruleSet: KeptRuleSet): typeof RuleSetView.Type => ({
  ...ruleSetToLine(ruleSet),
  madeOf: { ...ruleSet.madeOf.pin, changes: ruleSet.madeOf.changes },
  values: Object.fromEntries(
    Object.entries(policyValues(ruleSet)).map(([path, value]) => [
      path,
      { label: policyEntries[path]!.label, ...value }
    ])
  ),
  rules: rulesToView(ruleSet)
})
