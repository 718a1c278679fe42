import { Cause, Effect, Exit, Layer, Schedule } from "effect"
import type { Job, PgBoss } from "pg-boss"
import { asked, Database } from "../database/Database.ts"
import { freeAbandoned } from "./freeAbandoned.ts"
import { Jobs } from "./Jobs.ts"
import { Boss } from "./openBoss.ts"
import { queues, signSeconds } from "./queues.ts"
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
