import { assert } from "@effect/vitest"
import { decideOnRecord, DecisionLog, explainDecision, replayDecision, RuleSets } from "@mtc-logon/core/decisions"
import type { StaffLook } from "@mtc-logon/core/decisions"
import { ApiKeys } from "@mtc-logon/core/partner"
import { existingPassword } from "@mtc-logon/core/testing"
import { eq } from "drizzle-orm"
import { Effect, Redacted } from "effect"
import { apiKeyTable } from "../../src/database/apiKeyTable.ts"
import { auditTable } from "../../src/database/auditTable.ts"
import { Database } from "../../src/database/Database.ts"
import { ruleSetTable } from "../../src/database/ruleSetTable.ts"
import { seedPeople } from "../../src/records/seedPeople.ts"
import { onBothDatabases } from "../database/onBothDatabases.ts"
import { atGolden, golden, people, personOf, stores } from "./stores.ts"

const larry = personOf("larry-mo")
const claim = {
  taxpayerType: "individual",
  idType: "SSN",
  id: larry.id,
  confirmId: larry.id,
  accountType: "personal-income-tax",
  kind: "taxReturnAmount",
  amount: 1,
  letterId: null
} as const
const look: StaffLook = { by: "somebody", caseNumber: "CASE-1", purpose: "look-up", at: golden }

onBothDatabases("the rules engine", stores, (it) => {
  const setup = Effect.andThen(atGolden, seedPeople(people, existingPassword))

  it.effect("a key is found by what it is, kept as a digest, and opens nothing when it was revoked", () =>
    Effect.gen(function* () {
      yield* atGolden
      const keys = yield* ApiKeys
      const secret = Redacted.make(`mtck_${"k".repeat(43)}`)
      const id = yield* keys.keep({ name: "Desk", scopes: ["simulate"] }, secret)
      assert.strictEqual(yield* keys.keep({ name: "Another", scopes: ["staff"] }, secret), id)
      assert.deepInclude(yield* keys.find(secret), { id, name: "Desk", scopes: ["simulate"], revokedAt: null })
      assert.isNull(yield* keys.find(Redacted.make(`mtck_${"x".repeat(43)}`)))
      const { run } = yield* Database
      assert.notInclude(JSON.stringify(yield* run((db) => db.select().from(apiKeyTable))), "kkkk")
      assert.isTrue(yield* keys.revoke(id))
      assert.isNull(yield* keys.find(secret))
      assert.isFalse(yield* keys.revoke(id))
      assert.isFalse(yield* keys.revoke("1"))
      assert.deepInclude((yield* keys.list)[0], { id, revokedAt: "2020-11-20T18:55:15.000Z" })
    })
  )

  it.effect("every rule set of the house is kept by its hash, once, and found by it", () =>
    Effect.gen(function* () {
      const { all, find } = yield* RuleSets
      const { run } = yield* Database
      const rows = yield* run((db) => db.select().from(ruleSetTable))
      assert.sameMembers(
        rows.map(({ hash }) => hash),
        all.map(({ pin }) => pin.hash)
      )
      for (const { pin } of all) assert.deepStrictEqual((yield* find(pin))?.pin, pin)
      assert.isNull(yield* find({ id: "another", hash: all[0]!.pin.hash }))
      assert.isNull(yield* find({ id: all[0]!.pin.id, hash: "another" }))
    })
  )

  it.effect("a decision is explained and replayed from its sealed facts, and each look is in the trail", () =>
    Effect.gen(function* () {
      yield* setup
      const { id } = yield* decideOnRecord(claim)
      assert.deepInclude(yield* explainDecision(id, look), { id, result: "Refused", rule: "R-09" })
      assert.deepStrictEqual(yield* replayDecision(id, { ...look, purpose: "replay" }), { result: "equal" })
      const { run } = yield* Database
      const seen = yield* run((db) => db.select().from(auditTable).where(eq(auditTable.type, "DecisionSeen")))
      assert.deepStrictEqual(
        seen.map(({ actor, detail, subjectId }) => [actor, detail["purpose"], subjectId]),
        [
          ["staff:somebody", "look-up", id],
          ["staff:somebody", "replay", id]
        ]
      )
      assert.isNull(yield* (yield* DecisionLog).receipt(id, id))
    })
  )
})
