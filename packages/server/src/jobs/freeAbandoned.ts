import { sql } from "drizzle-orm"
import { Effect } from "effect"
import { Database } from "../database/Database.ts"
import type { QueueName } from "./queues.ts"

/**
 * Frees the jobs whose worker gives no sign any more, for anybody to do at once; says of which queues.
 *
 * **Details**
 *
 * The queue does the same, but looks each minute only and then has the job wait as one that failed. One that has no try left
 * is the queue's, which ends it.
 */
export const freeAbandoned = Effect.gen(function* () {
  const { run } = yield* Database
  const { rows } = yield* run((db) =>
    db.execute(sql`
      update pgboss.job set state = 'retry', start_after = now(), heartbeat_on = null
      where state = 'active' and heartbeat_on + heartbeat_seconds * interval '1 second' < now()
        and retry_count < retry_limit
      returning name`)
  ) as Effect.Effect<unknown> as Effect.Effect<{ readonly rows: ReadonlyArray<{ readonly name: QueueName }> }>
  return [...new Set(rows.map(({ name }) => name))]
})
