import type { Asked, Evaluation } from "./ask.ts"
import { sealed } from "./Rule.ts"
import type { Knowledge } from "./Rule.ts"
import { canonical } from "./RuleSet.ts"
import { diff } from "./whatIf.ts"

/** Returns the bytes to log for a decision: facts, decision with its grant, and findings. It names rules and does not store them. */
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

/** Reads the facts that were known when a decision was logged from the bytes of its log. */
export const knowledgeOfLog = <F>(logged: string): Knowledge<F> =>
  JSON.parse(logged, (_, value: unknown) => (canonical(value) === seals ? sealed : value)).facts as Knowledge<F>

/** The result of a replay: the same bytes, or where they differ. `findings` alone means the same findings in another order. */
export type Replay = { readonly result: "equal" } | { readonly result: "diverged"; readonly at: ReadonlyArray<string> }

/** A log by rule, so that an added rule does not move the others. */
const byRule = (logged: string) => {
  const { findings, ...rest } = JSON.parse(logged)
  return { ...rest, findings: Object.fromEntries(findings) }
}

/** Decides a logged case again: its facts under this rule set. */
export const replayLog = <F, P, A>(asked: Asked<F, P, A>, logged: string): Replay => {
  const again = logOf(asked, knowledgeOfLog<F>(logged))
  if (again === logged) return { result: "equal" }
  const at = diff(byRule(logged), byRule(again))
  return { result: "diverged", at: at.length === 0 ? ["findings"] : at }
}
