import { assert } from "@effect/vitest"
import { sql } from "drizzle-orm"
import { DateTime, Duration, Effect, Layer, Logger, Queue, Ref } from "effect"
import { Database } from "../../src/database/Database.ts"
import { Jobs } from "../../src/jobs/Jobs.ts"
import { jobsLayer } from "../../src/jobs/jobsLayer.ts"
import { Workers } from "../../src/jobs/Workers.ts"
import type { JobHandlers } from "../../src/jobs/Workers.ts"
import { idleWorkersLayer, workersLayer } from "../../src/jobs/Workers.ts"
import { onBothDatabases } from "../database/onBothDatabases.ts"

const sent = Ref.makeUnsafe<ReadonlyArray<string>>([])
const refusals = Ref.makeUnsafe(0)
/** Tries until the records are there again. */
const outage = Ref.makeUnsafe(0)

/** Notices are noted; a request asks for its notice; logons fail, once. */
const handlers: JobHandlers<Database | Jobs> = {
  "send-notice": (id) =>
    Effect.as(
      Ref.update(sent, (all) => [...all, id]),
      null
    ),
  "process-logon-request": (id) =>
    Effect.gen(function* () {
      if ((yield* Ref.getAndUpdate(outage, (left) => Math.max(0, left - 1))) > 0) {
        return yield* Effect.fail(new Error("The records are away"))
      }
      const { transaction } = yield* Database
      const { enqueue } = yield* Jobs
      yield* transaction((tx) => enqueue(tx, "send-notice", { id: `about ${id}` }))
      return null
    }),
  "expire-logon": () =>
    Effect.flatMap(
      Ref.getAndUpdate(refusals, (count) => count + 1),
      (count) => (count === 0 ? Effect.fail(new Error("900-12-6789 cannot be reached")) : Effect.succeed(null))
    ),
  "answer-forgotten": () => Effect.succeed(null),
  purge: () => Effect.succeed(null)
}

const enqueue = (queue: keyof typeof handlers, id: string, startAfter?: DateTime.Utc) =>
  Effect.gen(function* () {
    const { transaction } = yield* Database
    const jobs = yield* Jobs
    yield* transaction((tx) => jobs.enqueue(tx, queue, { id }, startAfter === undefined ? {} : { startAfter }))
  })

const setup = Ref.set(sent, [])

onBothDatabases("jobs", Layer.provideMerge(idleWorkersLayer(handlers), jobsLayer), (it) => {
  it.effect("are done once, and those that follow from them too", () =>
    Effect.gen(function* () {
      yield* setup
      const { drain } = yield* Workers
      yield* enqueue("process-logon-request", "request 1")
      assert.strictEqual(yield* drain, 2)
      assert.deepStrictEqual(yield* Ref.get(sent), ["about request 1"])
      assert.strictEqual(yield* drain, 0)
    })
  )

  it.effect("of a transaction that was undone are never done", () =>
    Effect.gen(function* () {
      yield* setup
      const { transaction } = yield* Database
      const jobs = yield* Jobs
      const undone = transaction((tx) =>
        Effect.andThen(jobs.enqueue(tx, "send-notice", { id: "undone" }), Effect.fail("no"))
      )
      yield* Effect.flip(undone)
      assert.strictEqual(yield* (yield* Workers).drain, 0)
    })
  )

  it.effect("for later wait until the clock has come there", () =>
    Effect.gen(function* () {
      yield* setup
      const { drain } = yield* Workers
      const jobs = yield* Jobs
      yield* enqueue("send-notice", "later", DateTime.addDuration(yield* DateTime.now, "30 days"))
      assert.strictEqual(yield* drain, 0)
      assert.strictEqual((yield* jobs.depth)["send-notice"], 1)
      yield* jobs.hasten(Duration.days(30))
      assert.strictEqual(yield* drain, 1)
      assert.deepStrictEqual(yield* Ref.get(sent), ["later"])
    })
  )

  it.effect("of a request wait for the records as long as an outage lasts", () =>
    Effect.gen(function* () {
      yield* setup
      yield* Ref.set(outage, 40)
      const { drain } = yield* Workers
      const jobs = yield* Jobs
      yield* enqueue("process-logon-request", "request 2")
      for (let tries = 0; tries <= 40; tries++) {
        yield* drain
        yield* jobs.hasten(Duration.minutes(10))
      }
      assert.deepStrictEqual(yield* Ref.get(sent), ["about request 2"])
    }).pipe(Effect.provide(Logger.layer([])))
  )

  it.effect("that failed come again later, and the queue keeps nothing of what went wrong", () =>
    Effect.gen(function* () {
      yield* Ref.set(refusals, 0)
      const { drain } = yield* Workers
      const jobs = yield* Jobs
      yield* enqueue("expire-logon", "logon 1")
      assert.strictEqual(yield* drain, 1)
      assert.strictEqual(yield* drain, 0)
      yield* jobs.hasten(Duration.hours(1))
      assert.strictEqual(yield* drain, 1)
      assert.strictEqual((yield* jobs.depth)["expire-logon"], 0)
      const kept = yield* (yield* Database).run((db) => db.execute(sql`select * from pgboss.job`))
      assert.notInclude(JSON.stringify(kept), "900-12-6789")
    }).pipe(Effect.provide(Logger.layer([])))
  )
})

const done = Effect.runSync(Queue.unbounded<string>())

onBothDatabases(
  "workers",
  Layer.provideMerge(
    workersLayer({ ...handlers, "send-notice": (id) => Effect.as(Queue.offer(done, id), null) }, 0.5),
    jobsLayer
  ),
  (it) => {
    it.effect("do a job as soon as it is there", () =>
      Effect.gen(function* () {
        yield* enqueue("send-notice", "now")
        assert.strictEqual(yield* Queue.take(done), "now")
      })
    )
  }
)
