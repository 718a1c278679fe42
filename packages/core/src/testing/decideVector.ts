import type { Asked } from "../engine/ask.ts"
import { askUnder } from "../questions/askUnder.ts"
import type { PolicyInForce } from "../questions/policySheet.ts"
import { questionIds } from "../questions/questionIds.ts"
import { questions } from "../questions/questions.ts"
import type { Vector, VectorAnswer } from "./Vector.ts"

/** A vector without its expected decision. */
export type AskedVector = Pick<Vector, "question" | "ruleSet" | "facts"> & { readonly policy: PolicyInForce }

/** Returns how these questions answer a vector. Page-safe. */
export const vectorDecider =
  (ask: (policy: PolicyInForce) => Readonly<Record<string, unknown>>) =>
  ({ facts, policy, question }: AskedVector): VectorAnswer => {
    const asked = ask(policy)[questionIds[question]] as Asked<object, unknown, unknown>
    const subjects = Object.keys(asked.question.sheet).map((path) => [path.slice(0, path.indexOf(".")), {}] as const)
    const { decision, findings } = asked.evaluate({ ...Object.fromEntries(subjects), ...facts })
    return {
      decision: "rule" in decision ? { _tag: decision._tag, rule: decision.rule.id } : decision,
      findings: findings.map(({ outcome, rule }) => [rule.id, outcome])
    }
  }

/** The answer of the rules themselves: in Node and in a page alike. Page-safe. */
export const decideVector = vectorDecider(askUnder(questions))
