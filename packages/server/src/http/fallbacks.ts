import type { ErrorHandler, NotFoundHandler } from "hono"
import { DateTime } from "effect"
import type { Logger } from "pino"
import { describeDefect, isUnavailable } from "./answer.ts"
import { answerProblem } from "./answerProblem.ts"
import { HttpError } from "./HttpError.ts"
import type { HttpEnv } from "./HttpEnv.ts"
import { Hono } from "hono"
import type { HttpReason } from "./HttpError.ts"
import { requestId } from "./requestId.ts"
import { requestLog } from "./requestLog.ts"
import { securityHeaders } from "./securityHeaders.ts"

/** What answers where no route does. */
export const notFound: NotFoundHandler<HttpEnv> = (c) =>
  answerProblem(c, new HttpError({ reason: { _tag: "RouteNotFound" } }), DateTime.nowUnsafe())

/** What answers where a route threw: a database that cannot be asked, else a mistake of ours, logged without what it says. */
export const threw =
  (log: Logger): ErrorHandler<HttpEnv> =>
  (error, c) => {
    if (isUnavailable(error))
      return answerProblem(c, new HttpError({ reason: { _tag: "Unavailable" } }), DateTime.nowUnsafe())
    log.error({ requestId: c.get("requestId"), ...describeDefect(error) }, "A route threw")
    return answerProblem(c, new HttpError({ reason: { _tag: "Defect" } }), DateTime.nowUnsafe())
  }

/** What answers while the database that everything needs is not there yet: the process lives, and every call may come again. */
export const notYet = (log: Logger) => {
  const refusal = (reason: HttpReason) => (c: Parameters<typeof answerProblem>[0]) =>
    answerProblem(c, new HttpError({ reason }), DateTime.nowUnsafe())
  return new Hono<HttpEnv>()
    .use(requestId)
    .use(requestLog(log))
    .use(securityHeaders)
    .get("/healthz", (c) => c.json({ status: "ok" }))
    .get("/readyz", refusal({ _tag: "NotReady", why: "database" }))
    .all("*", refusal({ _tag: "Unavailable" }))
}
