import { askUnder } from "../questions/askUnder.ts"
import type { PolicyInForce } from "../questions/PolicyInForce.ts"
import { questionIds } from "../questions/questionIds.ts"
import type { Asked } from "../engine/ask.ts"
import type { Vector, VectorAnswer } from "./Vector.ts"

/** What is asked of whoever answers vectors: everything but the answer. */
export type AskedVector = Pick<Vector, "question" | "ruleSet" | "facts"> & { readonly policy: PolicyInForce }

/** The answer of the rules themselves: in Node and in a page alike. Page-safe. */
export const decideVector = ({ facts, policy, question }: AskedVector): VectorAnswer => {
  const asked = askUnder(policy)[questionIds[question]] as unknown as Asked<object, unknown, unknown>
  const subjects = Object.keys(asked.question.sheet).map((path) => [path.slice(0, path.indexOf(".")), {}] as const)
  const { decision, findings } = asked.evaluate({ ...Object.fromEntries(subjects), ...facts })
  return {
    decision: "rule" in decision ? { _tag: decision._tag, rule: decision.rule.id } : decision,
    findings: findings.map(({ outcome, rule }) => [rule.id, outcome])
  }
}
