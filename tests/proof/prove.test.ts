import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { questions } from "../../packages/core/src/questions/questions.ts"
import { ruleSet } from "../../packages/core/src/engine/RuleSet.ts"
import { mtc2020 } from "../../packages/core/src/rule-sets/massachusetts/mtc2020.ts"
import { withIdRanges, withPolicy } from "../../packages/core/src/rule-sets/withPolicy.ts"
import { decideNotMe } from "../../packages/core/src/access/notMeRules.ts"
import type { VerificationFacts } from "../../packages/core/src/verification/verificationFacts.ts"
import type { VerificationPolicy } from "../../packages/core/src/verification/verificationSheet.ts"
import { letterAttemptsAreLeft } from "../../packages/core/src/verification/verificationRules.ts"
import { modelMasters } from "./models.ts"
import { proveLetters } from "./proveLetters.ts"
import { proveNotMePower } from "./proveNotMe.ts"
import { proveRequest } from "./proveRequest.ts"
import { proveAnswers } from "./proveRequests.ts"
import { few } from "./space.ts"

const root = join(import.meta.dirname, "../..")
const sandbox = withIdRanges(mtc2020, "sandbox")

test("every invariant holds over the whole space, and both rule sets answer as they are pinned", () => {
  const run = spawnSync(process.execPath, ["--conditions=source", "scripts/prove.ts"], { cwd: root, encoding: "utf8" })
  expect(run.status, `${run.stdout}${run.stderr}`).toBe(0)
  const proved = new Set(Array.from(run.stdout.matchAll(/^ok (I\d+) /gmu), ([, id]) => id))
  // I12 and I16 are tests of their own: Populate, and parity.
  const expected = Array.from({ length: 25 }, (_, i) => `I${i + 1}`).filter((id) => id !== "I12" && id !== "I16")
  expect([...proved].toSorted()).toEqual(expected.toSorted())
}, 240_000)

describe("the proof can fail", () => {
  test("a window of four lets the fourth return match: I1 and I7 are broken by a case that can be read", () => {
    const wider = withPolicy(sandbox, (policy) => ({
      ...policy,
      verification: { ...policy.verification, returnWindow: { unit: "latestFiledPeriods", count: 4 } }
    }))
    const { fingerprint, lines } = proveRequest(wider, few)
    const broken = lines.filter(({ counterExample }) => counterExample !== undefined)
    expect(broken.map(({ id }) => id)).toEqual(["I1", "I7"])
    const said = broken[1]!.counterExample!.join("\n")
    expect(said).toContain("amount         is fourth")
    expect(said).toContain("the decision is TaxAdministrator personal-income-tax")
    expect(said).toContain("R-07 That return is one of the last ones, as far back as the policy says")
    expect(fingerprint).not.toBe(proveRequest(sandbox, few).fingerprint)
  })

  test("evidence that nobody is offered breaks that whoever has it is accepted", () => {
    const locked = withPolicy(sandbox, (policy) => ({
      ...policy,
      verification: {
        ...policy.verification,
        jointReturns: "refused",
        letters: { ...policy.verification.letters, kinds: [] }
      }
    }))
    const broken = proveRequest(locked, few).lines.filter(({ counterExample }) => counterExample !== undefined)
    expect(broken.map(({ claim }) => claim)).toEqual(["with all of these, every claim is accepted"])
  })

  test("letters that are counted over all networks are closed to everybody by one of them: I24 says so", () => {
    const overAll = {
      ...letterAttemptsAreLeft,
      reads: ["attempts.letterFailuresEverywhere"],
      check: ({ attempts }: VerificationFacts, { verification: { attempts: limits } }: VerificationPolicy) =>
        attempts.letterFailuresEverywhere < limits.letters.maxFailures
    }
    const verification = { ...questions.verification, lockedUnless: [overAll] }
    const { effective, id, policy, sources, version } = sandbox
    const before = ruleSet({ id, version, effective, policy, sources, questions: { ...questions, verification } })
    const broken = proveLetters(before).filter(({ counterExample }) => counterExample !== undefined)
    expect(broken.map(({ claim }) => claim)).toContain(
      "in every state of the counters, a letter from a network that has not failed is evaluated"
    )
  })

  test("a code that freezes wherever it went is found, with the thief's e-message as the case", () => {
    const { counterExample = [] } = proveNotMePower((facts) =>
      facts.channel === "e-message" ? "freeze" : decideNotMe(facts)
    )
    expect(counterExample[0]).toBe(
      '{"channel":"e-message","receiver":"amount","named":"amount","letterStands":true}: freeze'
    )
  })

  test("a role that is read before it is taken makes two Master Administrators, and the model says in which order", () => {
    const { counterExample = [] } = modelMasters(sandbox, false)
    expect(counterExample.at(-1)).toBe("=> two Master Administrators")
    expect(counterExample).toContain("the owner asks for the role")
  })
})

test("I19 a claim that changes leaves no proof behind", () => {
  expect(proveAnswers().counterExample).toBeUndefined()
})
