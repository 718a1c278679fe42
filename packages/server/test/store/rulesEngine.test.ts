import { createHash } from "node:crypto"
import { assert } from "@effect/vitest"
import { decideOnRecord, DecisionLog, explainDecision, replayDecision } from "@mtc-logon/core/decisions"
import { RuleSets } from "@mtc-logon/core/questions"
import type { StaffLook } from "@mtc-logon/core/decisions"
import { canonical, hashOf, saysOf } from "@mtc-logon/core/engine"
import { ApiKeys } from "@mtc-logon/core/partner"
import type { VerificationClaim } from "@mtc-logon/core/verification"
import { existingPassword } from "@mtc-logon/core/testing"
import { eq, getTableColumns, inArray } from "drizzle-orm"
import { Effect, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { apiKeyTable } from "../../src/database/partnerTable.ts"
import { auditTable } from "../../src/database/auditTable.ts"
import { Database } from "../../src/database/Database.ts"
import { sensitivityOf } from "../../src/database/columns.ts"
import { decisionTable, ruleSetTable } from "../../src/database/decisionTable.ts"
import { lockLetterTable } from "../../src/database/letterTable.ts"
import { seedPeople } from "../../src/dev/seedPeople.ts"
import { onBothDatabases } from "../database/onBothDatabases.ts"
import { atGolden, golden, people, personOf, stores } from "./stores.ts"

/** Where every claim here comes from. */
const network = "203.0.113.7"

const larry = personOf("larry-mo")
const claim = {
  taxpayerType: "individual",
  idType: "SSN",
  id: larry.id,
  accountType: "personal-income-tax",
  kind: "taxReturnAmount",
  amount: 1,
  letterId: null
} as const
/** A claim about somebody; the right one of theirs is another. */
const claimOf = (story: string, change: Partial<VerificationClaim> = {}): VerificationClaim => {
  const { id } = personOf(story)
  return { ...claim, id, amount: 10_000, ...change }
}
const byLetter = (letterId: string) => ({ kind: "letterId", amount: null, letterId }) as const

/** Every cause that nobody but staff may tell from another. @rule D-09 */
const secretCauses: Readonly<Record<string, VerificationClaim>> = {
  "no such number": { ...claim, id: "900127701" },
  "no such account": claimOf("rita-refund", { accountType: "meals" }),
  "another amount": claimOf("larry-mo", { amount: 10_001 }),
  "zero on file": claimOf("zoe-zero"),
  "the amount of the fourth-oldest return": claimOf("otto-older", { amount: 40_000 }),
  "the amount of another account": claimOf("ada-another-account", { amount: 7_500 }),
  "a letter that expired": claimOf("edna-expired-letter", byLetter("L0000000004")),
  "a letter that was used": claimOf("ulf-used-letter", byLetter("L0000000005")),
  "no such letter": claimOf("lena-letter", byLetter("L9999999999"))
}

const look: StaffLook = { by: "somebody", caseNumber: "CASE-1", purpose: "look-up", at: golden }

onBothDatabases("the rules engine", stores, (it) => {
  const setup = Effect.andThen(atGolden, seedPeople(people, existingPassword))

  it.effect("a key is found by what it is, kept as a digest, and opens nothing when it was revoked", () =>
    Effect.gen(function* () {
      yield* atGolden
      const keys = yield* ApiKeys
      const secret = Redacted.make(`mtck_${"k".repeat(43)}`)
      const kept = yield* keys.keep({ name: "Desk", scopes: ["simulate"] }, secret)
      const { id } = kept
      assert.deepStrictEqual(yield* keys.keep({ name: "Another", scopes: ["staff"] }, secret), kept)
      assert.deepInclude(yield* keys.find(secret), { id, name: "Desk", scopes: ["simulate"], revokedAt: null })
      assert.isNull(yield* keys.find(Redacted.make(`mtck_${"x".repeat(43)}`)))
      const { run } = yield* Database
      assert.notInclude(JSON.stringify(yield* run((db) => db.select().from(apiKeyTable))), "kkkk")
      assert.isTrue(yield* keys.revoke(id))
      assert.isNull(yield* keys.find(secret))
      assert.isFalse(yield* keys.revoke(id))
      assert.isFalse(yield* keys.revoke("1"))
      assert.deepStrictEqual(yield* keys.keep({ name: "Desk", scopes: ["simulate"] }, secret), {
        ...kept,
        revokedAt: "2020-11-20T18:55:15.000Z"
      })
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
      for (const { hash, says } of rows) assert.strictEqual(createHash("sha256").update(says!).digest("hex"), hash)
      for (const { pin } of all) assert.deepStrictEqual((yield* find(pin))?.pin, pin)
      assert.isNull(yield* find({ id: "another", hash: all[0]!.pin.hash }))
      assert.isNull(yield* find({ id: all[0]!.pin.id, hash: "another" }))
    })
  )

  it.effect("a decision is explained and replayed from its sealed facts, and each look is in the trail", () =>
    Effect.gen(function* () {
      yield* setup
      const { id } = yield* decideOnRecord(claim, network)
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

  it.effect("D-09 no column in clear, and no length, tells one secret cause from another; the sealed log does", () =>
    Effect.gen(function* () {
      yield* setup
      const { run } = yield* Database
      const decided = yield* Effect.forEach(Object.values(secretCauses), (each) => decideOnRecord(each, network))
      const ids = decided.map(({ id }) => id)
      const rows = yield* run((db) => db.select().from(decisionTable).where(inArray(decisionTable.id, ids)))
      assert.lengthOf(rows, Object.keys(secretCauses).length)
      const told = rows.map(({ log, ...row }) => ({ ...row, log: log.length, id: "", attemptId: "", at: "" }))
      for (const each of told) assert.deepStrictEqual(each, told[0])
      const sealed = Object.entries(getTableColumns(decisionTable)).flatMap(([name, column]) =>
        sensitivityOf(column) === "sealed" ? [name] : []
      )
      assert.deepStrictEqual(sealed, ["log"])
      const explained = yield* Effect.forEach(ids, (id) => explainDecision(id, look))
      assert.isAtLeast(new Set(explained.map(({ rule }) => rule)).size, 4)
    })
  )

  it.effect("a decision whose log was moved, or sealed by another house, is told as one that nobody can read", () =>
    Effect.gen(function* () {
      yield* setup
      const { run } = yield* Database
      const [one, other] = [
        yield* decideOnRecord(claim, network),
        yield* decideOnRecord({ ...claim, amount: 2 }, network)
      ]
      const [{ log } = { log: new Uint8Array() }] = yield* run((db) =>
        db.select().from(decisionTable).where(eq(decisionTable.id, other.id))
      )
      for (const bytes of [log, new Uint8Array()]) {
        yield* run((db) => db.update(decisionTable).set({ log: bytes }).where(eq(decisionTable.id, one.id)))
        assert.deepStrictEqual((yield* Effect.flip(explainDecision(one.id, look))).reason, { _tag: "Unreadable" })
        assert.deepStrictEqual((yield* Effect.flip(replayDecision(one.id, look))).reason, { _tag: "Unreadable" })
      }
      const seen = yield* run((db) => db.select().from(auditTable).where(eq(auditTable.subjectId, one.id)))
      assert.lengthOf(
        seen.filter(({ type }) => type === "DecisionSeen"),
        4
      )
    })
  )

  it.effect("D-30 an answer that was counted before tells no owner of a lock; the one that reaches it does", () =>
    Effect.gen(function* () {
      yield* setup
      const { run } = yield* Database
      const letters = Effect.map(
        run((db) => db.select().from(lockLetterTable)),
        ({ length }) => length
      )
      const guess = (amount: number) => decideOnRecord(claimOf("sam-spouse", { amount }), network)
      for (const amount of [1, 2, 3, 4, 4, 1]) yield* guess(amount)
      assert.strictEqual(yield* letters, 0)
      yield* guess(5)
      assert.strictEqual(yield* letters, 1)
    })
  )

  it.effect("D-30 the tenth failure of a year tells the owner, though it is the first of its day", () =>
    Effect.gen(function* () {
      yield* setup
      const { run } = yield* Database
      const before = yield* run((db) => db.select().from(lockLetterTable))
      const guess = (amount: number) => decideOnRecord(claimOf("rod-adjusted", { amount }), network)
      for (const from of [1, 4, 7]) {
        for (const amount of [from, from + 1, from + 2]) yield* guess(amount)
        yield* TestClock.adjust("2 days")
      }
      assert.lengthOf(yield* run((db) => db.select().from(lockLetterTable)), before.length)
      yield* guess(10)
      assert.lengthOf(yield* run((db) => db.select().from(lockLetterTable)), before.length + 1)
    })
  )

  it.effect("a rule set that another release kept goes on as it says, by the hash of what it says now", () =>
    Effect.gen(function* () {
      yield* setup
      const { all, find } = yield* RuleSets
      const { run } = yield* Database
      const [current] = all
      const [row] = yield* run((db) => db.select().from(ruleSetTable).where(eq(ruleSetTable.hash, current!.pin.hash)))
      const { "logon.pin.maxChecksPerDay": _, ...values } = row!.said.values
      const { "D-17": __, ...rules } = row!.said.rules
      const colour = { value: "red", unit: "colours", source: "somebody" }
      const old = { id: row!.id, hash: "0".repeat(64) }
      const said = { ...row!.said, values: { ...values, "logon.pin.colour": colour }, rules }
      const says = canonical(
        JSON.parse(row!.says!, (name, part) => {
          if (name.endsWith("maxChecksPerDay")) return undefined
          if (Array.isArray(part)) return part.filter((each) => each?.id !== "D-17")
          return part?.id === "R-18a" ? { ...part, title: "The words of then" } : part
        })
      )
      yield* run((db) => db.insert(ruleSetTable).values({ ...row!, ...old, said, says }))

      const found = (yield* find(old))!
      assert.strictEqual(found.pin.hash, yield* Effect.promise(() => hashOf(found)))
      assert.deepStrictEqual(found.policy, current!.policy)
      assert.notInclude(saysOf(found), '"id":"D-17"')
      assert.deepStrictEqual(found.madeOf.pin, old)
      assert.lengthOf(found.madeOf.changes, 3)
      assert.include(found.madeOf.changes[0], "policy.logon.pin.maxChecksPerDay: undefined -> 3")
      assert.include(found.madeOf.changes[1], 'rules.R-18a.title: "The words of then" -> ')
      assert.include(found.madeOf.changes[2], 'sources.logon.pin.maxChecksPerDay: undefined -> "not said by it; ')

      const { id, ruleSet } = yield* decideOnRecord(claim, network, { pinned: old })
      assert.deepStrictEqual(ruleSet, found.pin)
      assert.deepStrictEqual(yield* replayDecision(id, { ...look, purpose: "replay" }), { result: "equal" })
      const [kept] = yield* run((db) => db.select().from(ruleSetTable).where(eq(ruleSetTable.hash, found.pin.hash)))
      assert.deepInclude(kept, { madeOf: old.hash, says: saysOf(found) })
    })
  )

  it.effect("where what was pinned cannot be read any more, what is in force takes its place", () =>
    Effect.gen(function* () {
      yield* setup
      const { all, find, inForce } = yield* RuleSets
      const { run } = yield* Database
      const [row] = yield* run((db) => db.select().from(ruleSetTable))
      const gone = { id: row!.id, hash: "1".repeat(64) }
      yield* run((db) => db.insert(ruleSetTable).values({ ...row!, ...gone, said: {} as never }))
      assert.isNull(yield* find(gone))
      assert.deepStrictEqual((yield* inForce(golden, gone)).pin, all[0]!.pin)
      assert.deepStrictEqual((yield* inForce(golden, { ...gone, hash: "nobody's" })).pin, all[0]!.pin)
    })
  )
})
