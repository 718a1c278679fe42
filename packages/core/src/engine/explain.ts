import type { Asked, Evaluation, Outcome } from "./ask.ts"
import { formatCitation } from "./Citation.ts"
import type { Citation } from "./Citation.ts"
import { keysOf } from "./keysOf.ts"
import { factAt, sealed } from "./Rule.ts"
import type { Knowledge, Params, Question, Rule } from "./Rule.ts"

/** The message for a person: a sentence, and what to do next. Both are wording ids. */
export interface Advice {
  readonly message: string
  readonly params: Params
  readonly remedies: ReadonlyArray<string>
}

/** Checks whether a rule is secret: whether it reads a secret fact. */
export const isSecret = (
  { reads }: Pick<Rule<never, never>, "reads">,
  { sheet }: Question<never, never, unknown>
): boolean => reads.some((path) => sheet[path]!.secret)

/** Explains to the person what to do next. Every secret reason has the same words. */
export const explainToTaxpayer = <F, P, A>(
  asked: Asked<F, P, A>,
  facts: Knowledge<F>,
  { decision }: Evaluation<A> = asked.evaluate(facts)
): ReadonlyArray<Advice> => ("rule" in decision ? [adviceOf(asked, decision.rule)] : [])

/** Returns the advice for a rule that failed. */
export const adviceOf = <F, P, A>({ question, policy }: Asked<F, P, A>, rule: Rule<never, never>): Advice => {
  if (isSecret(rule, question)) return { ...question.secretAnswer, params: {} }
  return { message: rule.message, params: rule.params?.(policy as never) ?? {}, remedies: rule.remedies }
}

/** Explains to the partner's application: a stable code, and the public rule behind it. */
export const explainToPartner = <F, P, A>(
  asked: Asked<F, P, A>,
  facts: Knowledge<F>,
  { decision }: Evaluation<A> = asked.evaluate(facts)
): { readonly code: string; readonly rule?: string } => {
  if (!("rule" in decision)) return { code: decision._tag }
  const { rule } = decision
  return isSecret(rule, asked.question)
    ? { code: asked.question.secretAnswer.message }
    : { code: rule.message, rule: rule.id }
}

/** The outcome of a rule as staff see it: its source, and what it read, masked. */
export interface StaffFinding {
  readonly rule: string
  /** English. */
  readonly title: string
  readonly cites: ReadonlyArray<Citation>
  readonly outcome: Outcome
  /** What the rule read and calculated; if it did not apply, the fact that it splits on. */
  readonly read: ReadonlyArray<{ readonly path: string; readonly label: string; readonly shown: string }>
}

/** Returns for staff the outcome of every rule with its source and what it read, masked. */
export const staffFindingsOf = <F, P, A>(
  { evaluate, policy, question }: Asked<F, P, A>,
  facts: Knowledge<F>,
  { findings }: Evaluation<A> = evaluate(facts)
): ReadonlyArray<StaffFinding> => {
  const read = (path: string) => {
    const { label, show } = question.sheet[path]!
    const isSealed = keysOf(facts).some((subject) => facts[subject] === sealed && path.startsWith(`${subject}.`))
    const value = isSealed ? sealed : factAt(question, facts, path)
    if (value === undefined) return { path, label, shown: "not known" }
    return { path, label, shown: typeof value === "symbol" ? "sealed" : show(value as never) }
  }
  const derived = ({ asks }: Rule<never, never>, outcome: Outcome) => {
    if (asks === undefined) return []
    const { id, label, of, show } = asks.fact
    const shown = outcome === "pending" ? "not known" : show(of(facts as never, policy as never))
    return [{ path: id, label, shown }]
  }
  return findings.map(({ rule, outcome }) => ({
    rule: rule.id,
    title: rule.title,
    cites: rule.cites,
    outcome,
    read: outcome === "notApplicable" ? [read(rule.when!.path)] : [...rule.reads.map(read), ...derived(rule, outcome)]
  }))
}

/** Returns the findings for staff as lines, for a terminal or a file. */
export const explainToStaff = <F, P, A>(asked: Asked<F, P, A>, facts: Knowledge<F>): ReadonlyArray<string> =>
  staffFindingsOf(asked, facts).map(
    ({ cites, outcome, read, rule, title }) =>
      `${outcome.padEnd(13)} ${rule} ${title} (${cites.map(formatCitation).join("; ")})` +
      `: ${read.map(({ label, shown }) => `${label}: ${shown}`).join(", ")}`
  )

/** The three explanations of a decision: for the person, the partner's application and staff. */
export interface Explanation {
  readonly taxpayer: ReadonlyArray<Advice>
  readonly partner: { readonly code: string; readonly rule?: string }
  readonly staff: ReadonlyArray<StaffFinding>
}

/** Explains a decision for all three audiences; the caller chooses which one to show. Pass `evaluation` if you already have it. */
export const explain = <F, P, A>(
  asked: Asked<F, P, A>,
  facts: Knowledge<F>,
  evaluation: Evaluation<A> = asked.evaluate(facts)
): Explanation => ({
  taxpayer: explainToTaxpayer(asked, facts, evaluation),
  partner: explainToPartner(asked, facts, evaluation),
  staff: staffFindingsOf(asked, facts, evaluation)
})
