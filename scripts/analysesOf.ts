import { readFileSync } from "node:fs"
import { questionIds } from "../packages/core/src/decisions/questionIds.ts"
import type { QuestionId } from "../packages/core/src/decisions/questionIds.ts"
import { analyse } from "../packages/core/src/engine/analyse.ts"
import type { Asked } from "../packages/core/src/engine/ask.ts"
import { casesOf } from "../packages/core/src/engine/prove.ts"
import { hashOf } from "../packages/core/src/engine/RuleSet.ts"
import { ruleSets } from "../packages/core/src/rule-sets/ruleSets.ts"
import type { StateRuleSet } from "../packages/core/src/rule-sets/StateRuleSet.ts"
import { withIdRanges } from "../packages/core/src/rule-sets/withPolicy.ts"
import { factsOfSpace } from "../tests/proof/proveQuestions.ts"
import { questionSpaces } from "../tests/proof/questionSpaces.ts"
import { factsUnder, few } from "../tests/proof/space.ts"
import type { Case } from "../tests/proof/space.ts"

type AnyAsked = Asked<object, never, unknown>

const committed = (path: string): unknown => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8"))

/** The cases of the request's question: coarser than those of the proof, since each rule looks at each; terms may be refused. */
function* requestCases({ policy }: StateRuleSet): Generator<object> {
  const factsOf = factsUnder(policy)
  for (const one of casesOf<Case>({ ...few, idFormat: ["good", "bad"], confirmed: [true, false] })) {
    const facts = factsOf(one)
    yield facts
    yield { ...facts, access: { ...facts.access, termsAccepted: false } }
  }
}

const findingsOf = (ruleSet: StateRuleSet) => {
  const spaces = Object.entries(questionSpaces(ruleSet.policy)).map(([id, space]) => [id, factsOfSpace(space)] as const)
  const all: ReadonlyArray<readonly [string, Iterable<object>]> = [...spaces, ["logon-request", requestCases(ruleSet)]]
  return Object.fromEntries(
    all.map(([id, facts]) => {
      let cases = 0
      const counted = function* () {
        for (const one of facts) {
          cases += 1
          yield one
        }
      }
      const analysis = analyse(ruleSet.ask[questionIds[id as QuestionId]] as unknown as AnyAsked, counted())
      return [id, { cases, ...analysis }]
    })
  )
}

/** What is found out about each rule set that ships: path of its file -> text. */
export const analysesOf = async (): Promise<Readonly<Record<string, string>>> => {
  const { prices } = committed("docs/rules/price.json") as { prices: Readonly<Record<string, unknown>> }
  const fingerprints = committed("tests/proof/fingerprints.json") as Readonly<Record<string, string>>
  const proof = committed("docs/rules/proof.json") as object
  const files = await Promise.all(
    ruleSets.map(async (shipped) => {
      const { id, version } = shipped
      const analysis = {
        of: { id, hash: await hashOf(shipped) },
        idRanges: "sandbox",
        findings: findingsOf(withIdRanges(shipped, "sandbox")),
        proof: { fingerprint: fingerprints[id], ...proof },
        price: prices[id]
      }
      const path = `packages/server/src/routes/rules-engine/analyses/${id}.${version}.json`
      return [path, `${JSON.stringify(analysis, null, 2)}\n`] as const
    })
  )
  return Object.fromEntries(files)
}
