import { expect, test } from "vitest"
import { missing } from "../../src/engine/missing.ts"
import { casesOf } from "../../src/engine/prove.ts"
import { sealed } from "../../src/engine/Rule.ts"
import type { Knowledge } from "../../src/engine/Rule.ts"
import type { VerificationFacts } from "../../src/verification/verificationFacts.ts"
import { sandbox } from "../outcomeOf.ts"
import { larry } from "../verification/larry.ts"
import { factsOf, few } from "./space.ts"
import type { SpaceFacts } from "./space.ts"

const { logonRequest, verification } = sandbox.ask

type Tree = Record<string, Record<string, unknown>>

/** Makes one fact known. */
const learn = (known: Tree, facts: SpaceFacts, path: string): void => {
  const [subject = "", name = ""] = path.split(".")
  known[subject]![name] = (facts as unknown as Tree)[subject]![name]
}
const nothingKnown = (): Tree => ({ claim: {}, record: {}, attempts: {}, access: {} })
const asKnowledge = (known: Tree) => known as unknown as Knowledge<SpaceFacts>

test("the browser has the claim, the record is sealed: hints, and no decision", () => {
  const { decision, findings } = verification.evaluate({
    claim: { ...larry.claim, accountType: "corporate-excise" },
    record: sealed,
    attempts: {}
  })
  expect(decision._tag).toBe("NeedsFacts")
  expect(findings.map(({ rule, outcome }) => `${rule.id} ${outcome}`)).toEqual([
    "D-30b pending",
    "D-30a pending",
    "D-30c notApplicable",
    "R-03a pass",
    "D-22a pass",
    "D-31 fail",
    "R-04 pass",
    "R-08 pass",
    "D-07a notApplicable",
    "R-06 pending",
    "R-09 pending",
    "R-07 pending",
    "R-41 pending",
    "R-14a notApplicable",
    "R-14b notApplicable",
    "D-07b notApplicable"
  ])
})

test("I15 one more known fact never changes what is settled", () => {
  const paths = logonRequest.slots.map(({ path }) => path)
  const flips: string[] = []
  let at = 0
  for (const c of casesOf(few)) {
    if (at++ % 13 !== 0) continue
    const facts = factsOf(c)
    const known = nothingKnown()
    let before = logonRequest.evaluate(asKnowledge(known))
    for (let i = 0; i < paths.length; i++) {
      learn(known, facts, paths[(i * 7 + at) % paths.length]!)
      const after = logonRequest.evaluate(asKnowledge(known))
      const { _tag: was } = before.decision
      if (was !== "NeedsFacts" && was !== after.decision._tag) flips.push(`${was} -> ${after.decision._tag}`)
      before.findings.forEach(({ outcome }, r) => {
        const now = after.findings[r]!.outcome
        if (outcome !== "pending" && outcome !== now) flips.push(`${outcome} -> ${now}`)
      })
      before = after
    }
  }
  expect(paths.length % 7).not.toBe(0)
  expect(flips).toEqual([])
})

test("missing names one minimal set a branch", () => {
  const { kind: _kind, amount: _amount, letterId: _letterId, ...rest } = larry.claim
  const facts: Knowledge<VerificationFacts> = { claim: rest, record: larry.record, attempts: larry.attempts }
  expect(missing(verification, facts)).toEqual([
    { given: { "claim.kind": "letterId" }, facts: ["claim.kind", "claim.letterId"] },
    { given: { "claim.kind": "(any other)" }, facts: ["claim.amount", "claim.kind"] }
  ])
  expect(missing(verification, { ...facts, claim: { ...rest, kind: "letterId" } })).toEqual([
    { given: {}, facts: ["claim.letterId"] }
  ])
})

test("a no that stands asks only for what the lists before it wait for", () => {
  const claim = { ...larry.claim, accountType: "corporate-excise" as const }
  expect(missing(verification, { claim, record: sealed, attempts: {} })).toEqual([
    { given: {}, facts: ["attempts.amountFailures", "attempts.amountFailuresInYear"] }
  ])
  expect(missing(verification, { claim, record: sealed, attempts: larry.attempts })).toEqual([])
})

test("a warning settles nothing: neither one that is open nor one that stands", () => {
  const typed = { text: "Abcdefg1", confirm: "Abcdefg1", username: "good.elmo" }
  const { password } = sandbox.ask
  expect(password.evaluate({ password: typed }).decision._tag).toBe("Accepted")
  expect(password.evaluate({ password: { ...typed, blocklisted: true } }).decision._tag).toBe("Accepted")
  const { username: _username, ...withoutUsername } = typed
  expect(missing(password, { password: withoutUsername })).toEqual([{ given: {}, facts: ["password.username"] }])
})

test("missing is sound and minimal: in its branch a set settles, and a smaller one may not", () => {
  const wrong: string[] = []
  let at = 0
  for (const c of casesOf(few)) {
    if (at++ % 61 !== 0) continue
    const facts = factsOf(c)
    const known = nothingKnown()
    logonRequest.slots.forEach(({ path, bit }) => {
      if ((Math.imul(at, 2_654_435_761) >>> 7) & bit) learn(known, facts, path)
    })
    const sets = missing(logonRequest, asKnowledge(known))
    const isSettled = logonRequest.evaluate(asKnowledge(known)).decision._tag !== "NeedsFacts"
    if ((sets.length === 0) !== isSettled) wrong.push("settled, and facts are missing")
    for (const { given, facts: set } of sets) {
      if (Object.values(given).some((value) => (value === "letterId") !== (c.kind === "letterId"))) continue
      const tagWith = (paths: ReadonlyArray<string>) => {
        const more = structuredClone(known)
        for (const path of paths) learn(more, facts, path)
        return logonRequest.evaluate(asKnowledge(more)).decision._tag
      }
      const tag = tagWith(set)
      if (tag === "NeedsFacts") wrong.push("a set does not settle")
      if (tag !== "Accepted") continue
      for (const path of set) {
        if (tagWith(set.filter((its) => its !== path)) !== "NeedsFacts") wrong.push(`${path} is needless`)
      }
    }
  }
  expect(wrong).toEqual([])
})
