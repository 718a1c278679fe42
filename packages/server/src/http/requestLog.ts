import type { MiddlewareHandler } from "hono"
import { matchedRoutes } from "hono/route"
import type { Logger } from "pino"
import type { HttpEnv } from "./HttpEnv.ts"

/** The pattern of the route that answered, `/v1/logon-requests/:id`; never the path, which may hold an id. */
const patternOf = (c: Parameters<MiddlewareHandler<HttpEnv>>[0]) =>
  matchedRoutes(c)
    .map(({ path }) => path)
    .filter((path) => !path.endsWith("*"))
    .at(-1) ?? "(none)"

/** One line a call: method, pattern of the route, status, milliseconds, request id; nothing else of it is logged. */
export const requestLog =
  (log: Logger): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const started = performance.now()
    await next()
    log.info({
      method: c.req.method,
      route: patternOf(c),
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      requestId: c.get("requestId")
    })
  }
