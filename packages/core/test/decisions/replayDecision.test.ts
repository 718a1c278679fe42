import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Redacted } from "effect"
import { DecisionLog } from "../../src/decisions/DecisionLog.ts"
import { decideOnRecord } from "../../src/decisions/decideOnRecord.ts"
import { explainDecision } from "../../src/decisions/explainDecision.ts"
import type { StaffLook } from "../../src/decisions/KeptDecision.ts"
import { replayDecision } from "../../src/decisions/replayDecision.ts"
import { MemoryHouse } from "../../src/testing/memory/MemoryHouse.ts"
import { claim } from "../verification/larry.ts"
import { golden, inHouse } from "../visit.ts"

/** Where every claim here comes from. */
const network = "203.0.113.7"

const look: StaffLook = { by: "key", caseNumber: "CASE-1", purpose: "look-up", at: golden }

describe("a decision on record", () => {
  it.effect("is explained to staff with every rule's outcome, its source and what it read, masked", () =>
    inHouse(
      Effect.gen(function* () {
        const { id } = yield* decideOnRecord({ ...claim, amount: 1 }, network)
        const explained = yield* explainDecision(id, look)
        assert.deepInclude(explained, { id, result: "Refused", rule: "R-09", at: DateTime.formatIso(golden) })
        const finding = explained.findings.find(({ rule }) => rule === "R-09")
        assert.strictEqual(finding?.outcome, "fail")
        assert.isNotEmpty(finding?.cites)
        assert.notInclude(JSON.stringify(explained), claim.id)
      })
    )
  )

  it.effect("keeps the outcomes of rules that are no more", () =>
    inHouse(
      Effect.gen(function* () {
        const { decisions } = yield* MemoryHouse
        const { id } = yield* decideOnRecord({ ...claim, amount: 1 }, network)
        const kept = decisions.get(id)!
        decisions.set(id, { ...kept, ruleSet: { id: "gone", hash: "gone" } })
        const { findings } = yield* explainDecision(id, look)
        assert.strictEqual(findings.length, JSON.parse(Redacted.value(kept.log)).findings.length)
        assert.deepInclude(findings, { rule: "R-09", title: "", cites: [], read: [], outcome: "fail" })
      })
    )
  )

  it.effect("is decided again as it was", () =>
    inHouse(
      Effect.gen(function* () {
        for (const amount of [claim.amount, 0, 1, 2, 3, 4, 5, 6]) {
          const { id } = yield* decideOnRecord({ ...claim, amount }, network)
          assert.deepStrictEqual(yield* replayDecision(id, look), { result: "equal" })
        }
      })
    )
  )

  it.effect("R-05 of a time when the number typed again was a fact is decided again to the byte", () =>
    inHouse(
      Effect.gen(function* () {
        const { decisions } = yield* MemoryHouse
        for (const { amount, confirmId, decision } of [
          { amount: claim.amount, confirmId: claim.id, decision: '{"_tag":"Accepted","grant":"verified"}' },
          { amount: 1, confirmId: claim.id, decision: '{"_tag":"Refused","rule":"R-09"}' },
          { amount: claim.amount, confirmId: "900126780", decision: '{"_tag":"Refused","rule":"R-05"}' }
        ]) {
          const { id } = yield* decideOnRecord({ ...claim, amount }, network)
          const kept = decisions.get(id)!
          const log = Redacted.value(kept.log)
            .replace(/"decision":\{.*?\},/u, `"decision":${decision},`)
            .replace(/("claim":\{.*?)"id":/u, `$1"confirmId":"${confirmId}","id":`)
            .replace('["D-22a","pass"],', `["D-22a","pass"],["R-05","${confirmId === claim.id ? "pass" : "fail"}"],`)
          decisions.set(id, {
            ...kept,
            result: decision.includes("Accepted") ? "Accepted" : "Refused",
            log: Redacted.make(log)
          })
          assert.deepStrictEqual(yield* replayDecision(id, look), { result: "equal" })
          const { findings } = yield* explainDecision(id, look)
          assert.deepInclude(
            findings.find(({ rule }) => rule === "R-05"),
            { title: "The ID is typed twice alike" }
          )
          assert.notInclude(JSON.stringify(findings), confirmId)
        }
      })
    )
  )

  it.effect("diverges where it was decided otherwise, and where its rules are gone", () =>
    inHouse(
      Effect.gen(function* () {
        const { decisions } = yield* MemoryHouse
        const { id } = yield* decideOnRecord({ ...claim, amount: 1 }, network)
        const kept = decisions.get(id)!
        const changed = (from: string, to: string) =>
          decisions.set(id, { ...kept, log: Redacted.make(Redacted.value(kept.log).replace(from, to)) })
        changed('["R-09","fail"]', '["R-09","pass"]')
        assert.deepStrictEqual(yield* replayDecision(id, look), {
          result: "diverged",
          at: ['findings.R-09: "pass" -> "fail"']
        })
        changed('"rule":"R-09"', '"rule":"R-07"')
        assert.deepStrictEqual(yield* replayDecision(id, look), {
          result: "diverged",
          at: ['decision.rule: "R-07" -> "R-09"']
        })
        decisions.set(id, { ...kept, result: "Accepted" })
        assert.deepStrictEqual(yield* replayDecision(id, look), {
          result: "diverged",
          at: ['result: "Accepted" -> "Refused"']
        })
        decisions.set(id, { ...kept, ruleSet: { id: "gone", hash: "gone" } })
        assert.deepStrictEqual(yield* replayDecision(id, look), { result: "diverged", at: ['ruleSet: "gone" -> null'] })
      })
    )
  )

  it.effect("whose log says nothing that we read is told as such", () =>
    inHouse(
      Effect.gen(function* () {
        const { decisions } = yield* MemoryHouse
        const { id } = yield* decideOnRecord({ ...claim, amount: 1 }, network)
        for (const log of ["", "{}", '{"claim":{},"record":{}}', '[["R-09","fail"]]']) {
          decisions.set(id, { ...decisions.get(id)!, log: Redacted.make(log) })
          for (const failing of [Effect.asVoid(explainDecision(id, look)), Effect.asVoid(replayDecision(id, look))]) {
            assert.deepStrictEqual((yield* Effect.flip(failing)).reason, { _tag: "Unreadable" })
          }
        }
      })
    )
  )

  it.effect("that there is not is told as such", () =>
    inHouse(
      Effect.gen(function* () {
        for (const failing of [
          Effect.asVoid(explainDecision("none", look)),
          Effect.asVoid(replayDecision("none", look))
        ]) {
          const { reason } = yield* Effect.flip(failing)
          assert.deepStrictEqual(reason, { _tag: "NotFound" })
        }
      })
    )
  )

  it.effect("has a receipt for the application that asked, and for nobody else", () =>
    inHouse(
      Effect.gen(function* () {
        const log = yield* DecisionLog
        const asked = yield* decideOnRecord({ ...claim, amount: 1 }, network, { askedBy: "application" })
        const typed = yield* decideOnRecord({ ...claim, amount: 2 }, network)
        assert.deepInclude(yield* log.receipt(asked.id, "application"), { result: "Refused", question: "verification" })
        assert.isNull(yield* log.receipt(asked.id, "another"))
        assert.isNull(yield* log.receipt(typed.id, "application"))
      })
    )
  )
})
