import { assert } from "@effect/vitest"
import { eq, gt, sql } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { Audit } from "../../src/audit/Audit.ts"
import type { AuditEvent } from "../../src/audit/Audit.ts"
import { auditLayer } from "../../src/audit/auditLayer.ts"
import { auditHeadTable, auditTable } from "../../src/database/auditTable.ts"
import { Database } from "../../src/database/Database.ts"
import { onBothDatabases } from "../database/onBothDatabases.ts"
import { testKeyring } from "../secrets/testKeyring.ts"

const at = DateTime.makeUnsafe("2020-11-20T18:55:15.000Z")

const event = (type: string, detail: AuditEvent["detail"] = {}): AuditEvent => ({
  at,
  type,
  subjectId: "0b0c2d52-6f0e-4d2a-9f62-0a4b1f6f3c11",
  actor: "person",
  detail
})

const append = (...events: ReadonlyArray<AuditEvent>) =>
  Effect.gen(function* () {
    const { transaction } = yield* Database
    const { append } = yield* Audit
    yield* transaction((tx) => append(tx, events))
  })

/** An empty trail, then six events. */
const setup = Effect.gen(function* () {
  const { run } = yield* Database
  yield* run((db) => db.delete(auditTable))
  yield* run((db) => db.delete(auditHeadTable))
  yield* append(event("One"), event("Two", { b: 2, a: { d: 1.5, c: [null, "x"] } }))
  yield* append(event("Three"), event("Four"), event("Five"), event("Six"))
})

onBothDatabases("the audit trail", Layer.provide(auditLayer, testKeyring()), (it, kind) => {
  it.effect("is intact as it was written", () =>
    Effect.gen(function* () {
      yield* setup
      assert.deepStrictEqual(yield* (yield* Audit).verify([]), { intact: true, seq: 6 })
    })
  )

  it.effect("holds nothing of a transaction that was undone", () =>
    Effect.gen(function* () {
      yield* setup
      const { transaction } = yield* Database
      const audit = yield* Audit
      yield* transaction((tx) => Effect.andThen(audit.append(tx, [event("Undone")]), Effect.fail("no"))).pipe(
        Effect.flip
      )
      yield* append(event("Seven"))
      assert.deepStrictEqual(yield* audit.verify([]), { intact: true, seq: 7 })
    })
  )

  const changed = (seq: number) => (db: Database["Service"]["db"]) =>
    db.update(auditTable).set({ actor: "staff:7" }).where(eq(auditTable.seq, seq))
  const tampered = [
    { how: "an actor changed", change: changed(3), firstBad: 3 },
    {
      how: "a row taken out of the middle",
      change: (db: Database["Service"]["db"]) => db.delete(auditTable).where(eq(auditTable.seq, 4)),
      firstBad: 4
    },
    {
      how: "its end cut off",
      change: (db: Database["Service"]["db"]) => db.delete(auditTable).where(gt(auditTable.seq, 4)),
      firstBad: 5
    },
    {
      how: "a row added",
      change: (db: Database["Service"]["db"]) =>
        db.insert(auditTable).values({ ...event("Seven"), at: new Date(0), seq: 7, hash: "1:00" }),
      firstBad: 7
    },
    {
      how: "two rows swapped",
      change: (db: Database["Service"]["db"]) =>
        db.execute(
          sql`update audit set type = case seq when 2 then 'Three' else 'Two' end, detail = '{}' where seq in (2, 3)`
        ),
      firstBad: 2
    }
  ]
  for (const { change, firstBad, how } of tampered)
    it.effect(`with ${how} names the first row that is bad`, () =>
      Effect.gen(function* () {
        yield* setup
        yield* (yield* Database).run(change as (db: Database["Service"]["db"]) => PromiseLike<unknown>)
        assert.deepStrictEqual(yield* (yield* Audit).verify([]), { intact: false, seq: firstBad })
      })
    )

  it.effect("cut off together with its head is found by a checkpoint that was kept elsewhere", () =>
    Effect.gen(function* () {
      yield* setup
      const { run } = yield* Database
      const audit = yield* Audit
      const kept = yield* audit.checkpoint
      const [five] = yield* run((db) => db.select().from(auditTable).where(eq(auditTable.seq, 5)))
      yield* run((db) => db.delete(auditTable).where(eq(auditTable.seq, 6)))
      yield* run((db) => db.update(auditHeadTable).set({ seq: 5, hash: five!.hash }))
      assert.deepStrictEqual(yield* audit.verify([]), { intact: true, seq: 5 })
      assert.deepStrictEqual(yield* audit.verify([kept]), { intact: false, seq: 6 })
    })
  )

  it.effect(
    "cut off with its head and written anew is found by the checkpoint of before, whatever was signed since",
    () =>
      Effect.gen(function* () {
        yield* setup
        const { run } = yield* Database
        const audit = yield* Audit
        const before = yield* audit.checkpoint
        const [five] = yield* run((db) => db.select().from(auditTable).where(eq(auditTable.seq, 5)))
        yield* run((db) => db.delete(auditTable).where(eq(auditTable.seq, 6)))
        yield* run((db) => db.update(auditHeadTable).set({ seq: 5, hash: five!.hash }))
        yield* append(event("Another"))
        const since = yield* audit.checkpoint
        assert.deepStrictEqual(yield* audit.verify([since]), { intact: true, seq: 6 })
        assert.deepStrictEqual(yield* audit.verify([before, since]), { intact: false, seq: 6 })
        assert.deepStrictEqual(yield* audit.verify([since, before]), { intact: false, seq: 6 })
      })
  )

  if (kind === "postgres")
    it.effect("has one order, whoever writes at once", () =>
      Effect.gen(function* () {
        yield* setup
        yield* Effect.forEach(Array.from({ length: 20 }), () => append(event("AtOnce")), { concurrency: "unbounded" })
        assert.deepStrictEqual(yield* (yield* Audit).verify([]), { intact: true, seq: 26 })
      })
    )
})
