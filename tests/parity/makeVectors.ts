import type { PolicyInForce } from "../../packages/core/src/questions/policySheet.ts"
import type { QuestionId } from "../../packages/core/src/questions/questionIds.ts"
import { casesOf } from "../../packages/core/src/engine/prove.ts"
import type { Space } from "../../packages/core/src/engine/prove.ts"
import { hashOf } from "../../packages/core/src/engine/RuleSet.ts"
import { ruleSets } from "../../packages/core/src/rule-sets/ruleSets.ts"
import { withIdRanges } from "../../packages/core/src/rule-sets/withPolicy.ts"
import { decideVector } from "../../packages/core/src/testing/decideVector.ts"
import type { Vector, VectorFile } from "../../packages/core/src/testing/Vector.ts"
import { factsOfSpace } from "../proof/proveQuestions.ts"
import { questionSpaces } from "../proof/questionSpaces.ts"
import { factsUnder, space } from "../proof/space.ts"
import type { Case } from "../proof/space.ts"

type Tree = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Every nth, so that about so many are left; n has no part in common with the sizes of the spaces. */
const sampled = <T>(all: Iterable<T>, every: number): ReadonlyArray<T> => {
  const found: T[] = []
  let at = 0
  for (const one of all) if (at++ % every === 0) found.push(structuredClone(one))
  return found
}

/** No class of a fact has so many values, or a multiple of them: every value comes up. */
const steps = [1, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53]

/** The facts, and every third time the same with some left out: what a page has, and what it has not. */
const alsoPartly = (facts: Tree, at: number): ReadonlyArray<Tree> => {
  if (at % 3 !== 0) return [facts]
  let n = at
  const kept = Object.entries(facts).map(([subject, names]) => [
    subject,
    Object.fromEntries(Object.entries(names).filter(() => (n += 7) % 5 !== 0))
  ])
  return [facts, Object.fromEntries(kept.filter((_, i) => (at + i) % 11 !== 0))]
}

/** Where nothing but the evidence can be wrong. */
const evident: Space<Case> = {
  ...space,
  idFormat: ["good"],
  known: [true],
  filed: [true],
  attempts: ["none"],
  terms: ["accepted"]
}
const individual: Space<Case> = {
  ...evident,
  taxpayerType: ["individual"],
  idType: ["SSN"],
  accountType: ["personal-income-tax"]
}
const business: Space<Case> = {
  ...evident,
  taxpayerType: ["business"],
  idType: ["FEIN"],
  accountType: ["corporate-excise"]
}

const requestFacts = (policy: PolicyInForce): ReadonlyArray<Tree> => {
  const factsOf = factsUnder(policy)
  const all = function* (from: Space<Case>) {
    for (const c of casesOf(from)) yield factsOf(c) as unknown as Tree
  }
  return [...sampled(all(space), 80_021), ...sampled(all(individual), 29), ...sampled(all(business), 31)]
}

/** The cases of a question: all of a small space, some of a large one. */
const answeredCases = (question: QuestionId, policy: PolicyInForce): ReadonlyArray<Tree> => {
  if (question === "logon-request") return requestFacts(policy)
  if (question === "verification") {
    return requestFacts(policy).map(({ attempts, claim, record }) => ({
      claim: claim!,
      record: record!,
      attempts: attempts!
    }))
  }
  const all = [...factsOfSpace(questionSpaces(policy)[question])]
  return sampled(all, steps.find((step) => step >= all.length / 200) ?? 53)
}

/** The vectors of both rule sets, for numbers that are never issued; the same at each run. */
export const makeVectors = async (): Promise<VectorFile> => {
  const sets = ruleSets.map((ruleSet) => withIdRanges(ruleSet, "sandbox"))
  const heads = await Promise.all(
    sets.map(async (each) => [each.id, { hash: await hashOf(each), policy: each.policy }] as const)
  )
  const vectors = sets.flatMap(({ ask, id: ruleSet, policy }) =>
    Object.values(ask).flatMap(({ question: { id } }) => {
      const question = id as QuestionId
      return answeredCases(question, policy)
        .flatMap(alsoPartly)
        .map((facts): Vector => ({
          question,
          ruleSet,
          facts,
          expected: decideVector({ question, ruleSet, facts, policy })
        }))
    })
  )
  return { ruleSets: Object.fromEntries(heads), vectors }
}
