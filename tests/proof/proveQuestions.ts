import { createHash } from "node:crypto"
import { questionIds } from "../../packages/core/src/questions/questionIds.ts"
import type { QuestionId } from "../../packages/core/src/questions/questionIds.ts"
import type { Asked, Decision } from "../../packages/core/src/engine/ask.ts"
import { adviceOf, explainToStaff, isSecret } from "../../packages/core/src/engine/explain.ts"
import { casesOf } from "../../packages/core/src/engine/prove.ts"
import { canonical } from "../../packages/core/src/engine/RuleSet.ts"
import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import type { ProofLine } from "./ProofLine.ts"
import { questionSpaces } from "./questionSpaces.ts"
import type { FactSpace } from "./questionSpaces.ts"

type Tree = Readonly<Record<string, Readonly<Record<string, unknown>>>>
type AnyAsked = Asked<Tree, unknown, unknown>

const saysOf = (decision: Decision<unknown>): string =>
  "rule" in decision ? `${decision._tag} ${decision.rule.id}` : canonical(decision)

/** Every case of a space of facts, as facts. */
export function* factsOfSpace(space: FactSpace): Generator<Tree> {
  const paths = Object.entries(space).flatMap(([subject, names]) =>
    Object.keys(names).map((name) => [subject, name] as const)
  )
  const flat = Object.fromEntries(paths.map(([subject, name]) => [`${subject}.${name}`, space[subject]![name]!]))
  for (const one of casesOf(flat as never) as Generator<Record<string, unknown>>) {
    const facts: Record<string, Record<string, unknown>> = {}
    for (const [subject, name] of paths) (facts[subject] ??= {})[name] = one[`${subject}.${name}`]
    yield facts
  }
}

const without = (facts: Tree, paths: ReadonlyArray<string>): Tree => {
  const less = structuredClone(facts) as Record<string, Record<string, unknown>>
  for (const path of paths) {
    const [subject = "", name = ""] = path.split(".")
    delete less[subject]![name]
  }
  return less
}

/** What is known settles as it settles with more known: pass and fail stay, and so does a decision. */
const isMonotone = ({ evaluate, slots }: AnyAsked, facts: Tree): boolean => {
  const { decision, findings } = evaluate(facts as never)
  for (let hidden = 1; hidden < 1 << slots.length; hidden++) {
    const less = evaluate(
      without(
        facts,
        slots.filter(({ bit }) => (hidden & bit) !== 0).map(({ path }) => path)
      ) as never
    )
    if (less.decision._tag !== "NeedsFacts" && saysOf(less.decision) !== saysOf(decision)) {
      const isNo = "rule" in less.decision && less.decision._tag === decision._tag
      if (!isNo) return false
    }
    if (less.findings.some(({ outcome }, i) => outcome !== "pending" && outcome !== findings[i]!.outcome)) return false
  }
  return true
}

const claims: Readonly<Record<string, (asked: AnyAsked, facts: Tree) => boolean>> = {
  "I6 every secret reason gets the same result": (asked, facts) => {
    const decision = asked.decide(facts)
    if (!("rule" in decision) || !isSecret(decision.rule, asked.question)) return true
    return canonical(adviceOf(asked, decision.rule)) === canonical({ ...asked.question.secretAnswer, params: {} })
  },
  "I13 every refusal has a remedy": (asked, facts) => {
    const decision = asked.decide(facts)
    return !("rule" in decision) || adviceOf(asked, decision.rule).remedies.length > 0
  },
  "I15 what is settled stays settled when more facts are known": isMonotone,
  "I17 the fast decision equals the decision of all findings together": (asked, facts) =>
    saysOf(asked.decide(facts)) === saysOf(asked.evaluate(facts as never).decision),
  "I21 every refusal names a rule with a citation": (asked, facts) => {
    const decision = asked.decide(facts)
    return !("rule" in decision) || decision.rule.cites.length > 0
  }
}

/** Proves what holds of every question but the request's over its whole space, and takes the fingerprint of all answers. */
export const proveQuestions = (
  ruleSet: StateRuleSet
): { readonly lines: ReadonlyArray<ProofLine>; readonly fingerprint: string } => {
  const digest = createHash("sha256")
  const lines: ProofLine[] = []
  for (const [id, space] of Object.entries(questionSpaces(ruleSet.policy))) {
    const asked = ruleSet.ask[questionIds[id as QuestionId]] as unknown as AnyAsked
    const broken = new Map<string, ReadonlyArray<string>>()
    let cases = 0
    for (const facts of factsOfSpace(space)) {
      cases += 1
      const { decision, findings } = asked.evaluate(facts as never)
      digest.update(`${id} ${saysOf(decision)} ${findings.map(({ outcome }) => outcome[0]).join("")}\n`)
      for (const [claim, holds] of Object.entries(claims)) {
        if (broken.has(claim) || holds(asked, facts)) continue
        broken.set(claim, [
          `${id} under ${ruleSet.id}, with ${canonical(facts)}:`,
          ...explainToStaff(asked, facts as never)
        ])
      }
    }
    for (const claim of Object.keys(claims)) {
      const [head = ""] = claim.split(" ", 1)
      const counterExample = broken.get(claim)
      lines.push({ id: head, claim: claim.slice(head.length + 1), cases, ...(counterExample && { counterExample }) })
    }
  }
  return { lines, fingerprint: digest.digest("hex") }
}
