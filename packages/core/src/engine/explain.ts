import type { Asked } from "./ask.ts"
import { formatCitation } from "./Citation.ts"
import { sealed } from "./Rule.ts"
import type { Knowledge, Params, Question, Rule } from "./Rule.ts"

/** What a person is told: a sentence, and what to do next. Wording ids. */
export interface Advice {
  readonly message: string
  readonly params: Params
  readonly remedies: ReadonlyArray<string>
}

/** A rule is secret when it reads a secret fact. */
export const isSecret = (
  { reads }: Pick<Rule<never, never>, "reads">,
  { sheet }: Question<never, never, unknown>
): boolean => reads.some((path) => sheet[path]!.secret)

/** To the person: what to do next. Every secret reason has the same words. */
export const explainToTaxpayer = <F, P, A>(asked: Asked<F, P, A>, facts: Knowledge<F>): ReadonlyArray<Advice> => {
  const { decision } = asked.evaluate(facts)
  return "rule" in decision ? [adviceOf(asked, decision.rule)] : []
}

/** What is said of a rule that said no. */
export const adviceOf = <F, P, A>({ question, policy }: Asked<F, P, A>, rule: Rule<never, never>): Advice => {
  if (isSecret(rule, question)) return { ...question.secretAnswer, params: {} }
  return { message: rule.message, params: rule.params?.(policy as never) ?? {}, remedies: rule.remedies }
}

/** To the partner's application: a stable code, and the public rule behind it. */
export const explainToPartner = <F, P, A>(
  asked: Asked<F, P, A>,
  facts: Knowledge<F>
): { readonly code: string; readonly rule?: string } => {
  const { decision } = asked.evaluate(facts)
  if (!("rule" in decision)) return { code: decision._tag }
  const { rule } = decision
  return isSecret(rule, asked.question)
    ? { code: asked.question.secretAnswer.message }
    : { code: rule.message, rule: rule.id }
}

/** To staff: every rule, its outcome, its source, and what it read, masked. */
export const explainToStaff = <F, P, A>(
  { evaluate, question: { sheet } }: Asked<F, P, A>,
  facts: Knowledge<F>
): ReadonlyArray<string> => {
  const show = (path: string) => {
    const { label, of, show } = sheet[path]!
    const isSealed = facts[path.slice(0, path.indexOf(".")) as keyof F] === sealed
    const value = isSealed ? sealed : of(facts as F)
    if (value === undefined) return `${label}: not known`
    return `${label}: ${typeof value === "symbol" ? "sealed" : show(value as never)}`
  }
  return evaluate(facts).findings.map(
    ({ rule, outcome }) =>
      `${outcome.padEnd(13)} ${rule.id} ${rule.title} (${rule.cites.map(formatCitation).join("; ")})` +
      (outcome === "notApplicable" ? `: ${show(rule.when!.path)}` : `: ${rule.reads.map(show).join(", ")}`)
  )
}
