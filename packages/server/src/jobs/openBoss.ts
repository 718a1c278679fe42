import { Context, Effect, Redacted } from "effect"
import { fromPglite, PgBoss } from "pg-boss"
import { asked } from "../database/Database.ts"
import { DatabaseSource } from "../database/databaseLayer.ts"
import { jobSeconds, queues, silentSeconds } from "./queues.ts"

/** Connections of the queue's own pool. */
const connections = 4

/** The queue itself; only this room speaks to it. */
export class Boss extends Context.Service<Boss, PgBoss>()("server/jobs/Boss") {}

/** The job queue in the server's database, with its queues made, until the scope closes. */
export const openBoss = Effect.gen(function* () {
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
