import { questions } from "../questions/questions.ts"
import type { Questions } from "../questions/questions.ts"
import type { Question, Rule } from "../engine/Rule.ts"
import { canonical, ruleSet } from "../engine/RuleSet.ts"
import { policyOfValues } from "./policyValues.ts"
import type { FileRule, FileVersion } from "./RuleSetFile.ts"
import { rulesOf } from "./rulesOf.ts"
import type { StateRuleSet } from "./StateRuleSet.ts"

type AnyRule = Rule<never, never>
type Lists = Pick<Question<never, never, unknown>, "lockedUnless" | "referredUnless" | "refusedUnless" | "warnedUnless">

/** The questions with the remedies of a file, without the rules that it switches off. */
const questionsWith = (rules: Readonly<Record<string, FileRule>>): Questions => {
  const theirs = new Map(
    rulesOf(questions).map((rule) => {
      const { remedies } = rules[rule.id]!
      const isSame = canonical(remedies) === canonical(rule.remedies)
      return [rule.id, isSame ? rule : { ...rule, remedies: remedies as AnyRule["remedies"] }] as const
    })
  )
  const listed = (list: ReadonlyArray<AnyRule> = []) =>
    list.filter(({ id }) => rules[id]!.on).map(({ id }) => theirs.get(id)!)
  return Object.fromEntries(
    Object.entries<Lists>(questions).map(([name, question]) => [
      name,
      {
        ...question,
        ...(question.lockedUnless && { lockedUnless: listed(question.lockedUnless) }),
        ...(question.referredUnless && { referredUnless: listed(question.referredUnless) }),
        refusedUnless: listed(question.refusedUnless),
        ...(question.warnedUnless && { warnedUnless: listed(question.warnedUnless) })
      }
    ])
  ) as unknown as Questions
}

/** Builds a rule set from one version of a file: its values, and the questions with its remedies. */
export const versionToRuleSet = (id: string, { effective, rules, values, version }: FileVersion): StateRuleSet =>
  ruleSet({
    id,
    version,
    effective,
    policy: policyOfValues(values),
    sources: Object.fromEntries(Object.entries(values).map(([path, { source }]) => [path, source])),
    questions: questionsWith(rules)
  })
