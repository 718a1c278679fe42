import { Cause, Effect, Exit, Layer } from "effect"
import type { Job, PgBoss } from "pg-boss"
import { asked } from "../database/Database.ts"
import { Boss } from "./openBoss.ts"
import { queues } from "./queues.ts"
import type { QueueName } from "./queues.ts"
import { Workers } from "./Workers.ts"
import type { JobHandlers } from "./Workers.ts"

interface Asked {
  readonly id?: string
}

const names = Object.keys(queues) as ReadonlyArray<QueueName>

/** What the queue may keep of a failed job: that it failed. What it said may hold what a person typed. */
class JobFailed extends Error {
  override readonly name = "JobFailed"
}

const runnerOf =
  <R>(handlers: JobHandlers<R>) =>
  (queue: QueueName, job: Job<Asked>): Effect.Effect<boolean, never, R> =>
    Effect.gen(function* () {
      const exit = yield* Effect.exit(handlers[queue](job.data?.id ?? ""))
      if (Exit.isSuccess(exit)) return true
      const failure = Cause.squash(exit.cause)
      const name = failure instanceof Error ? failure.name : typeof failure
      yield* Effect.logWarning("A job failed and comes again").pipe(Effect.annotateLogs({ queue, failure: name }))
      return false
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
  const runJob = runnerOf(handlers)

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
 * A new job wakes a worker at once (LISTEN/NOTIFY); besides, each looks every `pollSeconds` (0.5 at least). When the queue
 * closes, jobs that run are waited for.
 */
export const workersLayer = <R>(handlers: JobHandlers<R>, pollSeconds: number) =>
  Layer.effect(
    Workers,
    Effect.gen(function* () {
      const { boss, context, runJob, workers } = yield* makeWorkers(handlers)
      const run = Effect.runPromiseWith(context)
      const polling = { pollingIntervalSeconds: pollSeconds, notifyPollingIntervalSeconds: pollSeconds }
      yield* asked(async () => {
        for (const queue of names) {
          const { cron } = { cron: undefined, ...queues[queue] }
          if (cron !== undefined) await boss.schedule(queue, cron)
          await boss.work<Asked>(queue, { ...polling, localConcurrency: 2 }, async ([job]) => {
            if (job !== undefined && !(await run(runJob(queue, job)))) throw new JobFailed(queue)
          })
        }
      })
      return workers
    })
  )
