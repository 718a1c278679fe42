import { DateTime } from "effect"
import { Hono } from "hono"
import type { Logger } from "pino"
import { answerProblem } from "./answerProblem.ts"
import { HttpError } from "./HttpError.ts"
import type { HttpReason } from "./HttpError.ts"
import type { HttpEnv } from "./HttpEnv.ts"
import { requestId } from "./requestId.ts"
import { requestLog } from "./requestLog.ts"
import { securityHeaders } from "./securityHeaders.ts"

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
