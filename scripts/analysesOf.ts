import { readFileSync } from "node:fs"
import { Result } from "effect"
import { questionIds } from "../packages/core/src/questions/questionIds.ts"
import type { QuestionId } from "../packages/core/src/questions/questionIds.ts"
import { analyse } from "../packages/core/src/engine/analyse.ts"
import type { Asked } from "../packages/core/src/engine/ask.ts"
import { casesOf } from "../packages/core/src/engine/prove.ts"
import { hashOf } from "../packages/core/src/engine/RuleSet.ts"
import { loadRuleSet } from "../packages/core/src/rule-sets/loadRuleSet.ts"
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
  for (const one of casesOf<Case>({ ...few, idFormat: ["good", "bad"] })) {
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

/** What is found out about a rule set by asking all its questions. */
const foundOut = async (ruleSet: StateRuleSet) => ({
  of: { id: ruleSet.id, hash: await hashOf(ruleSet) },
  idRanges: "sandbox",
  findings: findingsOf(withIdRanges(ruleSet, "sandbox"))
})

const leftOut = "The proof and price of a rule set are made with its release; this one is of a file."

/** What is found out about each version of a rule-set file; fails with all that is wrong with the file. */
export const analysisOfFile = async (text: string): Promise<string> => {
  const versions = Result.getOrThrow(loadRuleSet(text))
  const all = await Promise.all(versions.map(async (version) => ({ ...(await foundOut(version)), leftOut })))
  return `${JSON.stringify(all, null, 2)}\n`
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
        ...(await foundOut(shipped)),
        proof: { fingerprint: fingerprints[id], ...proof },
        price: prices[id]
      }
      const path = `packages/server/src/routes/rules-engine/analyses/${id}.${version}.json`
      return [path, `${JSON.stringify(analysis, null, 2)}\n`] as const
    })
  )
  return Object.fromEntries(files)
}
