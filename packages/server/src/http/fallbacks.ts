import type { ErrorHandler, NotFoundHandler } from "hono"
import { DateTime } from "effect"
import type { Logger } from "pino"
import { describeDefect, isUnavailable } from "./answer.ts"
import { answerProblem } from "./answerProblem.ts"
import { HttpError } from "./HttpError.ts"
import type { HttpEnv } from "./HttpEnv.ts"

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
