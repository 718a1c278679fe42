import type { Asked, Evaluation } from "./ask.ts"
import { sealed } from "./Rule.ts"
import type { Knowledge } from "./Rule.ts"
import { canonical } from "./RuleSet.ts"
import { diff } from "./whatIf.ts"

/** The bytes that are logged of a decision: facts, decision with what it grants, findings. Rules are named, not stored. */
export const logOf = <F, P, A>(
  asked: Asked<F, P, A>,
  facts: Knowledge<F>,
  { decision, findings }: Evaluation<A> = asked.evaluate(facts)
): string =>
  canonical({
    question: asked.question.id,
    facts,
    decision: "rule" in decision ? { ...decision, rule: decision.rule.id } : decision,
    findings: findings.map(({ rule, outcome }) => [rule.id, outcome])
  })

const seals = canonical(sealed)

/** What was known when a decision was logged, read back from the bytes of its log. */
export const knowledgeOfLog = <F>(logged: string): Knowledge<F> =>
  JSON.parse(logged, (_, value: unknown) => (canonical(value) === seals ? sealed : value)).facts as Knowledge<F>

/** A logged case decided again: the same bytes, or where they part; `findings` alone: these are the same in another order. */
export type Replay = { readonly result: "equal" } | { readonly result: "diverged"; readonly at: ReadonlyArray<string> }

/** A log by rule, so that one rule more does not move the others. */
const byRule = (logged: string) => {
  const { findings, ...rest } = JSON.parse(logged)
  return { ...rest, findings: Object.fromEntries(findings) }
}

/** Decides again what was logged: the facts that the log has, under this rule set. */
export const replayLog = <F, P, A>(asked: Asked<F, P, A>, logged: string): Replay => {
  const again = logOf(asked, knowledgeOfLog<F>(logged))
  if (again === logged) return { result: "equal" }
  const at = diff(byRule(logged), byRule(again))
  return { result: "diverged", at: at.length === 0 ? ["findings"] : at }
}
