import { sql } from "drizzle-orm"
import { Effect } from "effect"
import { Hono } from "hono"
import { Database } from "../../database/Database.ts"
import type { Answer } from "../../http/answer.ts"
import { HttpError } from "../../http/HttpError.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import type { Ports } from "../Ports.ts"

/** Whether the database answers; asked at most once a second, and once for all who ask meanwhile. */
const isReady = Effect.cachedWithTTL(
  Effect.flatMap(Database, ({ run }) => run((db) => db.execute(sql`select 1`) as PromiseLike<unknown>)),
  "1 second"
)

/**
 * `GET /healthz`: 200 while the process runs. `GET /readyz`: 200 while the database answers, else 503 that says what is
 * waited for.
 *
 * **Gotchas**
 *
 * No limit stands before them, so that whoever watches the house always gets an answer: neither may cost it anything.
 */
export const healthRoutes = (answer: Answer<Ports>) => {
  const ready = Effect.runSync(isReady)
  return new Hono<HttpEnv>()
    .get("/healthz", (c) => c.json({ status: "ok" }))
    .get("/readyz", (c) =>
      answer(
        c,
        ready.pipe(
          Effect.map(() => c.json({ status: "ready" })),
          Effect.catchCause(() => new HttpError({ reason: { _tag: "NotReady", why: "database" } }))
        )
      )
    )
}
