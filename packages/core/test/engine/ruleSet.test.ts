import { describe, expect, test } from "vitest"
import type { Role } from "../../src/access/Role.ts"
import { ask } from "../../src/engine/ask.ts"
import { casesOf } from "../../src/engine/prove.ts"
import { canonical, fingerprintOf, hashOf, inForceOn, saysOf } from "../../src/engine/RuleSet.ts"
import { sealed } from "../../src/engine/Rule.ts"
import { knowledgeOfLog, logOf, replayLog } from "../../src/engine/logOf.ts"
import { diff, whatIf } from "../../src/engine/whatIf.ts"
import { withPolicy } from "../../src/rule-sets/withPolicy.ts"
import { sandbox, strict } from "../outcomeOf.ts"
import { claiming, filed, larry } from "../verification/larry.ts"
import { factsOf, few } from "./space.ts"
import type { Case } from "./space.ts"

const { verification } = sandbox.ask
const threeReturns = [filed(2019, 10_000), filed(2018, 20_000), filed(2017, 30_000)]
const narrower = withPolicy(sandbox, (policy) => ({
  ...policy,
  verification: { ...policy.verification, returnWindow: { unit: "latestFiledPeriods", count: 2 } }
}))

test("what if: each kind of change, how often, and the first case of it", () => {
  const cases = function* () {
    for (const c of casesOf<Case>({ ...few, terms: ["accepted"], letter: ["live"] })) yield factsOf(c)
  }
  const changes = whatIf(verification, narrower.ask.verification, cases())
  const change = 'Accepted "verified" -> Refused by R-07'
  expect([...changes.keys()]).toEqual([change])
  expect(JSON.parse(changes.get(change)!.example).claim.amount).toBe(30_000)
  expect(whatIf(verification, verification, cases()).size).toBe(0)
})

test("what if: another grant is a change, and so is another warning", () => {
  const { password, role } = sandbox.ask
  const always: Role = { role: "TaxAdministrator", scope: "meals" }
  const access = { masterExists: false, accountType: "meals" } as Parameters<typeof role.decide>[0]["access"]
  const otherRole = ask({ ...role.question, grants: () => always }, role.policy)
  expect([...whatIf(role, otherRole, [{ access }]).keys()]).toEqual([
    `Accepted ${canonical({ role: "MasterAdministrator", scope: "all" })} -> Accepted ${canonical(always)}`
  ])
  const unwarned = ask({ ...password.question, warnedUnless: [] }, password.policy)
  const typed = { text: "Boston1630", confirm: "Boston1630", username: "good.elmo", blocklisted: true }
  expect([...whatIf(password, unwarned, [{ password: typed }]).keys()]).toEqual([
    'Accepted "acceptable", D-19c warns -> Accepted "acceptable"'
  ])
})

test("diff names the values that differ, by path", () => {
  expect(diff(sandbox.policy, narrower.policy)).toEqual(["verification.returnWindow.count: 3 -> 2"])
  expect(diff({ a: [1] }, { a: [1, 2], b: null })).toEqual(["a.1: undefined -> 2", "b: undefined -> null"])
})

test("a log is all that a replay needs: what was sealed is sealed again, and what somebody typed is no seal", () => {
  const { record: _, ...others } = larry
  const logged = logOf(verification, { ...others, record: sealed })
  expect(replayLog(verification, logged)).toEqual({ result: "equal" })
  expect(replayLog(verification, logOf(verification, larry))).toEqual({ result: "equal" })
  const typed = { username: { text: "(sealed)", ownNumber: null, taken: false } }
  const said = logOf(sandbox.ask.username, typed)
  expect(replayLog(sandbox.ask.username, said)).toEqual({ result: "equal" })
  expect(knowledgeOfLog(said)).toEqual(typed)
})

test("a log says what was granted: a replay that grants something else is another", () => {
  const { role } = sandbox.ask
  const said = logOf(role, { access: { masterExists: true, accountType: "meals" } } as never)
  expect(JSON.parse(said).decision.grant.role).toBe("TaxAdministrator")
  const other = replayLog(role, said.replace("TaxAdministrator", "MasterAdministrator"))
  expect(other).toEqual({
    result: "diverged",
    at: ['decision.grant.role: "MasterAdministrator" -> "TaxAdministrator"']
  })
})

test("a log whose findings stand in another order is another, though each is as it was", () => {
  const { findings, ...rest } = JSON.parse(logOf(verification, larry))
  expect(replayLog(verification, canonical({ ...rest, findings: findings.toReversed() }))).toEqual({
    result: "diverged",
    at: ["findings"]
  })
})

test("a replay under another rule set says where the decisions part", () => {
  const logged = logOf(verification, claiming({ amount: 30_000 }, { returns: threeReturns }))
  const diverged = replayLog(narrower.ask.verification, logged)
  expect(diverged).toEqual({
    result: "diverged",
    at: [
      'decision._tag: "Accepted" -> "Refused"',
      'decision.grant: "verified" -> undefined',
      'decision.rule: undefined -> "R-07"',
      'findings.R-07: "pass" -> "fail"',
      'findings.R-41: "pass" -> "fail"'
    ]
  })
})

describe("what a rule set says, and what it does", () => {
  test("another value is another hash; the same set has the same", async () => {
    expect(await hashOf(sandbox)).toBe(await hashOf(sandbox))
    expect(await hashOf(sandbox)).not.toBe(await hashOf(narrower))
    expect(await hashOf(sandbox)).not.toBe(await hashOf(strict))
  })

  test("what it says has its rules in order and none of its functions", () => {
    const said = JSON.parse(saysOf(sandbox))
    const [first] = said.questions
    expect(first.id).toBe("verification")
    expect(first.rows.map(({ id }: { id: string }) => id).slice(0, 4)).toEqual(["D-30b", "D-30a", "D-30c", "R-03a"])
    expect(Object.keys(first.rows[0]).sort()).toEqual(
      ["cites", "id", "message", "reads", "remedies", "tag", "title", "when"].sort()
    )
  })

  test("the fingerprint is over the answers: another window is another", async () => {
    const cases = [claiming({}), claiming({ amount: 1 })]
    expect(await fingerprintOf(verification, cases)).toBe(await fingerprintOf(verification, cases))
    expect(await fingerprintOf(verification, cases)).not.toBe(await fingerprintOf(verification, cases.slice(1)))
  })

  test("canonical JSON has sorted keys and leaves out what has no bytes", () => {
    expect(canonical({ b: [{ d: 1, c: undefined }], a: () => 1, s: Symbol.for("x") })).toBe(
      '{"b":[{"d":1}],"s":{"sealed":true}}'
    )
  })
})

test("of versions that overlap the newest is in force, up to the day it ends", () => {
  const version = (version: number, from: string, to?: string) => ({
    id: "a",
    version,
    effective: { from, ...(to !== undefined && { to }) }
  })
  const all = [version(2, "2021-01-01", "2022-01-01"), version(1, "2020-01-01")]
  const on = (day: string) => inForceOn(all, "a", day)?.version
  expect([on("2019-12-31"), on("2020-01-01"), on("2021-01-01"), on("2021-12-31"), on("2022-01-01")]).toEqual([
    undefined,
    1,
    2,
    2,
    1
  ])
})
