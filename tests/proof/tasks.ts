import { mtc2020 } from "../../packages/core/src/rule-sets/massachusetts/mtc2020.ts"
import { nist80063b4 } from "../../packages/core/src/rule-sets/massachusetts/nist80063b4.ts"
import { withIdRanges } from "../../packages/core/src/rule-sets/withPolicy.ts"
import { modelActivation, modelCodes, modelDevices } from "./logonModels.ts"
import { modelMasters } from "./models.ts"
import type { ProofLine } from "./ProofLine.ts"
import { proveKnowledge } from "./proveKnowledge.ts"
import { proveLetters } from "./proveLetters.ts"
import { proveNotMeCode, proveNotMePower } from "./proveNotMe.ts"
import { proveQuestions } from "./proveQuestions.ts"
import { proveRequest } from "./proveRequest.ts"
import { proveAnswers, proveContest, proveJourney, proveProcessing } from "./proveRequests.ts"
import { space } from "./space.ts"

/** What a task proved, and the part of a rule set's fingerprint that it took. */
export interface Proved {
  readonly lines: ReadonlyArray<ProofLine>
  readonly fingerprint?: { readonly ruleSet: string; readonly part: string; readonly digest: string }
}

const ruleSets = [mtc2020, nist80063b4].map((ruleSet) => withIdRanges(ruleSet, "sandbox"))

/** The proof in parts that can be done side by side, the longest first. */
export const tasks: Readonly<Record<string, () => Proved>> = {
  knowledge: () => ({ lines: proveKnowledge(ruleSets) }),
  models: () => ({
    lines: ruleSets.flatMap((ruleSet) => [
      modelActivation(ruleSet),
      modelCodes(ruleSet),
      modelDevices(ruleSet),
      modelMasters(ruleSet)
    ])
  }),
  ...Object.fromEntries(
    ruleSets.flatMap((ruleSet) =>
      space.accountType.map((accountType) => [
        `${ruleSet.id} ${accountType}`,
        (): Proved => {
          const { fingerprint: digest, lines } = proveRequest(ruleSet, { ...space, accountType: [accountType] })
          return { lines, fingerprint: { ruleSet: ruleSet.id, part: `logon-request ${accountType}`, digest } }
        }
      ])
    )
  ),
  ...Object.fromEntries(
    ruleSets.map((ruleSet) => [
      `${ruleSet.id} questions`,
      (): Proved => {
        const { fingerprint: digest, lines } = proveQuestions(ruleSet)
        return { lines, fingerprint: { ruleSet: ruleSet.id, part: "other questions", digest } }
      }
    ])
  ),
  requests: () => ({
    lines: [
      ...proveJourney(),
      proveAnswers(),
      proveNotMePower(),
      ...ruleSets.flatMap((ruleSet) => [
        proveProcessing(ruleSet),
        ...proveContest(ruleSet),
        ...proveLetters(ruleSet),
        proveNotMeCode(ruleSet)
      ])
    ]
  })
}
