import { assert } from "@effect/vitest"
import { eq, sql } from "drizzle-orm"
import { Deferred, Effect, Fiber, Layer } from "effect"
import { Database, query, queryUnique } from "../../src/database/Database.ts"
import { DatabaseDefect, DatabaseUnavailable } from "../../src/database/DatabaseUnavailable.ts"
import { partnerTable } from "../../src/database/partnerTable.ts"
import { onBothDatabases } from "./onBothDatabases.ts"

const partner = (id: string): typeof partnerTable.$inferInsert => ({
  id,
  name: "Bayside Tax Help",
  origins: ["http://127.0.0.1:4100"],
  redirectUris: [],
  mode: "test",
  createdAt: new Date(0)
})

const namesOf = (id: string) =>
  Database.use(({ run }) =>
    run((db) => db.select({ name: partnerTable.name }).from(partnerTable).where(eq(partnerTable.id, id)))
  )

onBothDatabases("the database", Layer.empty, (it, kind) => {
  it.effect("a row comes back as it was stored, instants to the millisecond", () =>
    Effect.gen(function* () {
      const { run } = yield* Database
      const at = new Date("2020-11-20T18:55:15.123Z")
      yield* run((db) => db.insert(partnerTable).values({ ...partner("same"), disabledAt: at }))
      const [row] = yield* run((db) => db.select().from(partnerTable).where(eq(partnerTable.id, "same")))
      assert.deepStrictEqual(row, { ...partner("same"), createdAt: new Date(0), disabledAt: at } as typeof row)
    })
  )

  it.effect("a transaction that fails stores nothing and says why", () =>
    Effect.gen(function* () {
      const { transaction } = yield* Database
      const no = yield* transaction((tx) =>
        Effect.andThen(query(tx.insert(partnerTable).values(partner("undone"))), Effect.fail("no" as const))
      ).pipe(Effect.flip)
      assert.strictEqual(no, "no")
      assert.deepStrictEqual(yield* namesOf("undone"), [])
    })
  )

  it.effect("a second row with the same key is a failure that names the index", () =>
    Effect.gen(function* () {
      const { transaction } = yield* Database
      const add = transaction((tx) => queryUnique(tx.insert(partnerTable).values(partner("twice"))))
      yield* add
      const { constraint } = yield* Effect.flip(add)
      assert.strictEqual(constraint, "partner_pkey")
    })
  )

  it.effect("a statement that is wrong dies without telling what was in it", () =>
    Effect.gen(function* () {
      const { run } = yield* Database
      const exit = yield* Effect.exit(run((db) => db.execute(sql`select ${"hush"} from nowhere`)))
      assert.isTrue(
        exit._tag === "Failure" &&
          exit.cause.reasons.some((each) => each._tag === "Die" && each.defect instanceof DatabaseDefect)
      )
      assert.notInclude(JSON.stringify(exit), "hush")
    })
  )

  it.effect("what is notified is heard", () =>
    Effect.gen(function* () {
      const { listen, run } = yield* Database
      const heard = yield* Deferred.make<string>()
      yield* listen("a_channel", (payload) => Deferred.doneUnsafe(heard, Effect.succeed(payload)))
      yield* run((db) => db.execute(sql`select pg_notify('a_channel', 'hello')`))
      assert.strictEqual(yield* Deferred.await(heard), "hello")
    }).pipe(Effect.scoped)
  )

  if (kind === "postgres") {
    it.effect("two transactions that lock each other out both come through", () =>
      Effect.gen(function* () {
        const { run, transaction } = yield* Database
        yield* run((db) => db.insert(partnerTable).values([partner("a"), partner("b")]))
        const both = yield* Effect.all([Deferred.make<void>(), Deferred.make<void>()])
        const rename = (first: 0 | 1) =>
          transaction((tx) =>
            Effect.gen(function* () {
              const ids = first === 0 ? ["a", "b"] : ["b", "a"]
              yield* query(
                tx
                  .update(partnerTable)
                  .set({ name: `by ${first}` })
                  .where(eq(partnerTable.id, ids[0]!))
              )
              yield* Deferred.succeed(both[first], undefined)
              yield* Deferred.await(both[1 - first]!)
              yield* query(
                tx
                  .update(partnerTable)
                  .set({ name: `by ${first}` })
                  .where(eq(partnerTable.id, ids[1]!))
              )
            })
          )
        const fibers = yield* Effect.forEach([0, 1] as const, (first) => Effect.forkChild(rename(first)))
        yield* Effect.forEach(fibers, Fiber.join)
        const names = [...(yield* namesOf("a")), ...(yield* namesOf("b"))].map(({ name }) => name)
        assert.strictEqual(new Set(names).size, 1)
      })
    )

    it.effect("a statement that takes too long is ended, and the database counts as unavailable", () =>
      Effect.gen(function* () {
        const { run } = yield* Database
        const exit = yield* Effect.exit(run((db) => db.execute(sql`select pg_sleep(10)`)))
        assert.isTrue(
          exit._tag === "Failure" &&
            exit.cause.reasons.some((each) => each._tag === "Die" && each.defect instanceof DatabaseUnavailable)
        )
      })
    )
  }
})
