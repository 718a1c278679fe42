import { Context } from "effect"
import type { DateTime, Effect } from "effect"
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
