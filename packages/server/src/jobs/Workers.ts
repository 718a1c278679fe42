import { keysOf } from "@mtc-logon/core/engine"
import { sql } from "drizzle-orm"
import { Cause, Context, Effect, Exit, Layer, Schedule } from "effect"
import type { DateTime } from "effect"
import type { Job, PgBoss } from "pg-boss"
import { asked, Database, rowsOf } from "../database/Database.ts"
import { Jobs } from "./Jobs.ts"
import { Boss } from "./jobsLayer.ts"
import { queues, signSeconds } from "./queues.ts"
import type { QueueName } from "./queues.ts"

/** When a job that came too early is looked at again; null: it is done. */
export type NextLook = DateTime.Utc | null

/** What does the jobs of each queue. A failure makes the job come again. */
export type JobHandlers<R> = { readonly [Q in QueueName]: (id: string) => Effect.Effect<NextLook, unknown, R> }

/** Those who do the jobs. */
export class Workers extends Context.Service<
  Workers,
  {
    /** Does every job that is due, here and now, and those that follow from them; says how many. */
    readonly drain: Effect.Effect<number>
  }
>()("server/jobs/Workers") {}

interface Asked {
  readonly id?: string
}

const names = keysOf(queues)

/** What the queue may keep of a failed job: that it failed. What it said may hold what a person typed. */
class JobFailed extends Error {
  override readonly name = "JobFailed"
}

const runnerOf =
  <R>(handlers: JobHandlers<R>, jobs: Jobs["Service"], { transaction }: Database["Service"]) =>
  (queue: QueueName, job: Job<Asked>): Effect.Effect<boolean, never, R> =>
    Effect.gen(function* () {
      const id = job.data?.id ?? ""
      const exit = yield* Effect.exit(
        Effect.flatMap(handlers[queue](id), (nextLook) =>
          nextLook === null
            ? Effect.void
            : transaction((tx) => jobs.enqueue(tx, queue, { id }, { startAfter: nextLook }))
        )
      )
      if (Exit.isSuccess(exit)) return true
      const failure = Cause.squash(exit.cause)
      const name = failure instanceof Error ? failure.name : typeof failure
      yield* Effect.logWarning("A job failed and will run again").pipe(Effect.annotateLogs({ queue, failure: name }))
      return false
    })

/**
 * Frees the jobs whose worker gives no sign any more, for anybody to do at once; says of which queues.
 *
 * **Details**
 *
 * The queue does the same, but looks each minute only and then has the job wait as one that failed. One that has no try left
 * is the queue's, which ends it.
 */
const freeAbandoned = Effect.gen(function* () {
  const { db } = yield* Database
  const freed = yield* rowsOf<{ readonly name: QueueName }>(
    db,
    sql`
      update pgboss.job set state = 'retry', start_after = now(), heartbeat_on = null
      where state = 'active' and heartbeat_on + heartbeat_seconds * interval '1 second' < now()
        and retry_count < retry_limit
      returning name`
  )
  return new Set(freed.map(({ name }) => name))
})

const nextDue = (boss: PgBoss) =>
  asked(async () => {
    for (const queue of names) {
      const [job] = await boss.fetch<Asked>(queue)
      if (job !== undefined) return { queue, job }
    }
    return undefined
  })

const makeWorkers = Effect.fnUntraced(function* <R>(handlers: JobHandlers<R>) {
  const boss = yield* Boss
  const context = yield* Effect.context<R>()
  const runJob = runnerOf(handlers, yield* Jobs, yield* Database)

  const drain = Effect.gen(function* () {
    for (let done = 0; ; done++) {
      const found = yield* nextDue(boss)
      if (found === undefined) return done
      const { job, queue } = found
      const succeeded = yield* runJob(queue, job)
      yield* asked<unknown>(() => (succeeded ? boss.complete(queue, job.id) : boss.fail(queue, job.id)))
    }
  })
  return { boss, context, runJob, workers: Workers.of({ drain: Effect.provideContext(drain, context) }) }
})

/** Jobs are done only when somebody drains them: in tests. */
export const idleWorkersLayer = <R>(handlers: JobHandlers<R>) =>
  Layer.effect(
    Workers,
    Effect.map(makeWorkers(handlers), ({ workers }) => workers)
  )

/**
 * Jobs are done by this process as they come.
 *
 * **Details**
 *
 * A new job wakes a worker at once (LISTEN/NOTIFY); besides, each looks every `pollSeconds` (0.5 at least). A job of a process
 * that died is taken up `silentSeconds` after its last sign. When the queue closes, jobs that run are waited for.
 */
export const workersLayer = <R>(handlers: JobHandlers<R>, pollSeconds: number) =>
  Layer.effect(
    Workers,
    Effect.gen(function* () {
      const { boss, context, runJob, workers } = yield* makeWorkers(handlers)
      const run = Effect.runPromiseWith(context)
      const settings = {
        pollingIntervalSeconds: pollSeconds,
        notifyPollingIntervalSeconds: pollSeconds,
        heartbeatRefreshSeconds: signSeconds.given,
        localConcurrency: 2
      }
      const awake = new Map<QueueName, string>()
      yield* asked(async () => {
        for (const queue of names) {
          const { cron } = { cron: undefined, ...queues[queue] }
          if (cron !== undefined) await boss.schedule(queue, cron)
          const worker = await boss.work<Asked>(queue, settings, async ([job]) => {
            if (job !== undefined && !(await run(runJob(queue, job)))) throw new JobFailed(queue)
          })
          awake.set(queue, worker)
        }
      })
      const takeUp = Effect.map(freeAbandoned, (freed) =>
        freed.forEach((queue) => boss.notifyWorker(awake.get(queue)!))
      )
      // Without a database nothing is taken up; it is looked for again when there is one.
      const tolerant = Effect.catchCause(takeUp, () => Effect.void)
      yield* Effect.forkScoped(Effect.repeat(tolerant, Schedule.spaced(`${signSeconds.looked} seconds`)))
      return workers
    })
  )
