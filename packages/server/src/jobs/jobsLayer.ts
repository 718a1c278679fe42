import { sql } from "drizzle-orm"
import { Context, DateTime, Duration, Effect, Layer } from "effect"
import { fromDrizzle } from "pg-boss"
import type { PgBoss } from "pg-boss"
import { asked, Database } from "../database/Database.ts"
import { Jobs } from "./Jobs.ts"
import { Boss, openBoss } from "./openBoss.ts"
import { queues } from "./queues.ts"
import type { QueueName } from "./queues.ts"

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
    const { run } = yield* Database
    const names = Object.keys(queues) as ReadonlyArray<QueueName>

    // These statements are on the queue's own table, a documented part of it.
    const counts = run((db) =>
      db.execute(sql`
        select name, count(*)::int as depth from pgboss.job
        where state in ('created', 'retry', 'active') group by name`)
    ) as Effect.Effect<unknown> as Effect.Effect<{
      readonly rows: ReadonlyArray<{ readonly name: string; readonly depth: number }>
    }>
    const isAsked: Jobs["Service"]["isAsked"] = (queue, { id }) =>
      Effect.map(
        run((db) =>
          db.execute(sql`
            select 1 from pgboss.job
            where name = ${queue} and state in ('created', 'retry', 'active') and data->>'id' = ${id} limit 1`)
        ) as Effect.Effect<unknown> as Effect.Effect<{ readonly rows: ReadonlyArray<unknown> }>,
        ({ rows }) => rows.length > 0
      )
    const hasten = (by: Duration.Duration) =>
      run((db) =>
        db.execute(sql`
          update pgboss.job set start_after = start_after - make_interval(secs => ${Duration.toMillis(by) / 1_000})
          where state in ('created', 'retry')`)
      )

    const jobs = Jobs.of({
      enqueue: enqueueWith(boss),
      isAsked,
      depth: Effect.map(counts, ({ rows }) => {
        const depthOf = new Map(rows.map(({ depth, name }) => [name, depth]))
        return Object.fromEntries(names.map((name) => [name, depthOf.get(name) ?? 0])) as Record<QueueName, number>
      }),
      hasten: (by) => Effect.asVoid(hasten(by))
    })
    return Context.make(Jobs, jobs).pipe(Context.add(Boss, boss))
  })
)
