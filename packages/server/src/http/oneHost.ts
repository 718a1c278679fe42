import { DateTime } from "effect"
import type { MiddlewareHandler } from "hono"
import { answerProblem } from "./answerProblem.ts"
import { HttpError } from "./HttpError.ts"
import type { HttpEnv } from "./HttpEnv.ts"

const refused = new HttpError({ reason: { _tag: "Malformed", paths: [] } })

/**
 * Refuses a call with two `Host` headers: what stands before this server and this server could each believe another one
 * (RFC 9112, 3.2).
 *
 * **Gotchas**
 *
 * Headers of one name arrive joined with a comma, which no host has in it.
 */
export const oneHost: MiddlewareHandler<HttpEnv> = async (c, next) =>
  c.req.header("host")?.includes(",") === true ? answerProblem(c, refused, DateTime.nowUnsafe()) : next()
