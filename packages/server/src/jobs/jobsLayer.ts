import { mapTable } from "@mtc-logon/core/engine"
import { sql } from "drizzle-orm"
import { Context, DateTime, Duration, Effect, Layer, Redacted } from "effect"
import { fromDrizzle, fromPglite, PgBoss } from "pg-boss"
import { asked, Database, rowsOf } from "../database/Database.ts"
import { DatabaseSource } from "../database/databaseLayer.ts"
import { Jobs } from "./Jobs.ts"
import { jobSeconds, queues, silentSeconds } from "./queues.ts"
import type { QueueName } from "./queues.ts"

/** Connections of the queue's own pool. */
const connections = 4

/** The queue itself; only this room speaks to it. */
export class Boss extends Context.Service<Boss, PgBoss>()("server/jobs/Boss") {}

/** The job queue in the house's database, with its queues made, until the scope closes. */
const openBoss = Effect.gen(function* () {
  const source = yield* DatabaseSource
  const boss = yield* Effect.acquireRelease(
    asked(async () => {
      const opened = new PgBoss({
        ...(source.kind === "embedded"
          ? { db: fromPglite(source.pglite), backend: "pglite" as const }
          : { connectionString: Redacted.value(source.url), max: connections }),
        useListenNotify: true,
        registerInstance: false,
        openTelemetry: { enabled: false },
        warningSlowQuerySeconds: 30
      })
      // What breaks here shows where the next statement fails; the text may hold parameters.
      opened.on("error", () => {})
      try {
        await opened.start()
        for (const [name, { retryDelayMax, retryLimit }] of Object.entries(queues)) {
          const options = {
            retryLimit,
            retryDelayMax,
            retryDelay: 2,
            retryBackoff: true,
            expireInSeconds: jobSeconds,
            heartbeatSeconds: silentSeconds,
            retentionSeconds: 60 * 86_400,
            notify: true
          }
          // A queue that is there keeps what it was made with: an older version of this house made it.
          await opened.createQueue(name, options)
          await opened.updateQueue(name, options)
        }
        return opened
      } catch (failure) {
        await opened.stop({ graceful: false }).catch(() => {})
        throw failure
      }
    }),
    (opened) => Effect.promise(() => opened.stop({ graceful: true, timeout: 10_000 }))
  )
  return boss
})

const enqueueWith = (boss: PgBoss): Jobs["Service"]["enqueue"] =>
  Effect.fnUntraced(function* (tx, queue, { id }, { startAfter } = {}) {
    const now = yield* DateTime.now
    const delay = startAfter === undefined ? 0 : DateTime.toEpochMillis(startAfter) - DateTime.toEpochMillis(now)
    const start = delay > 0 ? { startAfter: Math.ceil(delay / 1_000) } : {}
    yield* asked(() => boss.send(queue, { id }, { ...start, db: fromDrizzle(tx as never, sql as never) }))
  })

/** Jobs can be asked for; whether they are done here is for `workersLayer`. */
export const jobsLayer = Layer.effectContext(
  Effect.gen(function* () {
    const boss = yield* openBoss
    const { db } = yield* Database

    // These statements are on the queue's own table, a documented part of it.
    const counts = rowsOf<{ readonly name: QueueName; readonly depth: number }>(
      db,
      sql`
        select name, count(*)::int as depth from pgboss.job
        where state in ('created', 'retry', 'active') group by name`
    )
    const isAsked: Jobs["Service"]["isAsked"] = (queue, { id }) =>
      Effect.map(
        rowsOf(
          db,
          sql`
            select 1 from pgboss.job
            where name = ${queue} and state in ('created', 'retry', 'active') and data->>'id' = ${id} limit 1`
        ),
        (rows) => rows.length > 0
      )
    const hasten = (by: Duration.Duration) =>
      rowsOf(
        db,
        sql`
          update pgboss.job set start_after = start_after - make_interval(secs => ${Duration.toMillis(by) / 1_000})
          where state in ('created', 'retry')`
      )

    const jobs = Jobs.of({
      enqueue: enqueueWith(boss),
      isAsked,
      depth: Effect.map(counts, (rows) => {
        const depthOf = new Map(rows.map(({ depth, name }) => [name, depth]))
        return mapTable(queues, (_, name) => depthOf.get(name) ?? 0)
      }),
      hasten: (by) => Effect.asVoid(hasten(by))
    })
    return Context.make(Jobs, jobs).pipe(Context.add(Boss, boss))
  })
)
