import { Effect } from "effect"
import * as Arbitrary from "effect/Arbitrary"
import { askedIn } from "../../../packages/core/src/decisions/decide.ts"
import type { QuestionId } from "../../../packages/core/src/questions/questionIds.ts"
import type { Asked, Decision, Finding } from "../../../packages/core/src/engine/ask.ts"
import type { StateRuleSet } from "../../../packages/core/src/rule-sets/StateRuleSet.ts"
import { advice, oracle } from "../oracle.ts"
import { all } from "./policies.ts"
import { fixedSeed, repeat } from "./seeds.ts"

type AnyAsked = Asked<unknown, unknown, unknown>

const said = (decision: Decision<unknown>): string => {
  if ("rule" in decision) return decision.rule.id
  if (decision._tag !== "Accepted" || typeof decision.grant !== "object") return decision._tag
  const { role, scope } = decision.grant as { readonly role: string; readonly scope: string }
  return `${role} of ${scope}`
}

const advised = ({ question }: AnyAsked, findings: ReadonlyArray<Finding>): ReadonlyArray<string> =>
  findings
    .filter(({ outcome, rule }) => outcome === "fail" && question.warnedUnless?.some(({ id }) => id === rule.id))
    .map(({ rule }) => rule.id)

const disagreement = (ruleSet: StateRuleSet, question: QuestionId, facts: unknown): string | undefined => {
  const asked = askedIn(ruleSet, question) as AnyAsked
  const must = oracle[question](facts as never, ruleSet.policy)
  const { decision, findings } = asked.evaluate(facts as never)
  const answers = [said(decision), said(asked.decide(facts))]
  if (decision._tag === "Accepted") answers.push(advised(asked, findings).join())
  const right = [must, must]
  if (decision._tag === "Accepted") right.push(advice[question]?.(facts as never, ruleSet.policy).join() ?? "")
  return answers.join("; ") === right.join("; ")
    ? undefined
    : `${ruleSet.id}: ${answers.join("; ")}, must be ${right.join("; ")}: ${JSON.stringify(facts)}`
}

/** Holds a question against its oracle under every policy: what disagrees, and the rules that never had their say. */
export const disagreements = async <A>(
  question: QuestionId,
  seed: number,
  arbitrary: Arbitrary.Arbitrary<A>,
  factsOf: (generated: A, ruleSet: StateRuleSet) => unknown
): Promise<ReadonlyArray<string>> => {
  const heard = new Set<string>()
  let first: string | undefined
  const result = await Effect.runPromise(
    Arbitrary.checkEffect(
      arbitrary,
      (generated) => {
        for (const ruleSet of all) {
          const facts = factsOf(generated, ruleSet)
          heard.add(oracle[question](facts as never, ruleSet.policy))
          const found = disagreement(ruleSet, question, facts)
          if (found === undefined) continue
          first = found
          return false
        }
        return true
      },
      { runs: seed === fixedSeed ? 6000 : 1500, seed }
    )
  )
  const wrong = Arbitrary.formatCheckFailure(result)
  if (wrong !== undefined) return [first ?? wrong, repeat(seed)]
  if (seed !== fixedSeed) return []
  const { lockedUnless = [], referredUnless = [], refusedUnless } = (askedIn(all[0]!, question) as AnyAsked).question
  const rules = [...lockedUnless, ...referredUnless, ...refusedUnless].map(({ id }) => id)
  // The property is not empty: each rule had its say, and somebody came in.
  return [
    ...rules.filter((id) => !heard.has(id)).map((id) => `${id} never had its say`),
    ...([...heard].every((id) => rules.includes(id)) ? ["nobody came in"] : [])
  ]
}
