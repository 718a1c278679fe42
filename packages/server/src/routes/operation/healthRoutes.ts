import { sql } from "drizzle-orm"
import { Effect } from "effect"
import { Hono } from "hono"
import { Database } from "../../database/Database.ts"
import type { Answer } from "../../http/answer.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import type { Ports } from "../Ports.ts"

/** `GET /healthz`: 200 while the process runs. `GET /readyz`: 200 while the database answers, else 503. */
export const healthRoutes = (answer: Answer<Ports>) =>
  new Hono<HttpEnv>()
    .get("/healthz", (c) => c.json({ status: "ok" }))
    .get("/readyz", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          yield* (yield* Database).run((db) => db.execute(sql`select 1`) as PromiseLike<unknown>)
          return c.json({ status: "ready" })
        })
      )
    )
