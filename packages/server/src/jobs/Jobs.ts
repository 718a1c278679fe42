import { Context } from "effect"
import type { DateTime, Duration, Effect } from "effect"
import type { Db } from "../database/Database.ts"
import type { QueueName } from "./queues.ts"

/** Work that is done later, once a transaction has asked for it. */
export class Jobs extends Context.Service<
  Jobs,
  {
    /**
     * Asks for a job in the caller's transaction: undone with it, and never done before it.
     *
     * **Details**
     *
     * A job carries one id and nothing else. It is done at least once: a handler must bear being called again.
     */
    readonly enqueue: (
      tx: Db,
      queue: QueueName,
      job: { readonly id: string },
      options?: { readonly startAfter?: DateTime.Utc }
    ) => Effect.Effect<void>
    /** Whether a job of this id waits or runs. Not so: it is done, or was given up. */
    readonly isAsked: (queue: QueueName, job: { readonly id: string }) => Effect.Effect<boolean>
    /** Jobs that wait or run, of each queue. */
    readonly depth: Effect.Effect<Readonly<Record<QueueName, number>>>
    /** Brings waiting jobs nearer by so long: development and tests move the clock, which PostgreSQL's does not follow. */
    readonly hasten: (by: Duration.Duration) => Effect.Effect<void>
  }
>()("server/jobs/Jobs") {}
