import { readFileSync } from "node:fs"
import type { operationCalls } from "@mtc-logon/core/contract"
import { sql } from "drizzle-orm"
import { Effect } from "effect"
import { Database, rowsOf } from "../../database/Database.ts"
import { HttpError } from "../../http/HttpError.ts"
import type { Signing } from "../../secrets/Signing.ts"
import type { Handlers } from "../Handlers.ts"

/** Whether the database answers; asked at most once a second, and once for all who ask meanwhile. */
const isReady = Effect.cachedWithTTL(
  Effect.flatMap(Database, ({ db }) => rowsOf(db, sql`select 1`)),
  "1 second"
)

/** Beside `src` and `dist`: made by `openapi`, and held against the list of calls by a test. */
const document = new URL("../../../openapi.json", import.meta.url)

/**
 * Health, the public keys of receipts (RFC 7517), and the API document.
 *
 * **Gotchas**
 *
 * No limit stands before health, so that whoever watches the server always gets an answer: neither may cost it anything.
 */
export const operationHandlers = ({ jwks }: Signing["Service"]): Handlers<typeof operationCalls> => {
  const ready = Effect.runSync(isReady)
  const text = readFileSync(document, "utf8")
  return {
    "GET /healthz": () => Effect.succeed({ status: "ok" }),
    "GET /readyz": () =>
      ready.pipe(
        Effect.map(() => ({ status: "ready" as const })),
        Effect.catchCause(() => new HttpError({ reason: { _tag: "NotReady", why: "database" } }))
      ),
    "GET /.well-known/jwks.json": ({ c }) =>
      Effect.sync(() => {
        c.header("cache-control", "max-age=300")
        return jwks
      }),
    "GET /openapi.json": ({ c }) => Effect.succeed(c.body(text, 200, { "content-type": "application/json" }))
  }
}
