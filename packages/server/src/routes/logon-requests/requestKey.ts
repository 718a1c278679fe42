import type { LogonRequestKey } from "@mtc-logon/core/logon-request"
import { Effect } from "effect"
import type { Context } from "hono"
import { bearer } from "../../http/bearer.ts"

/** The key of the request that a call is about: its id in the path, its token as bearer. */
export const requestKey = (c: Context): Effect.Effect<LogonRequestKey, Effect.Error<ReturnType<typeof bearer>>> =>
  Effect.map(bearer(c), (token) => ({ id: c.req.param("id") ?? "", token }))
