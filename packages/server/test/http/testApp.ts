import { ManagedRuntime } from "effect"
import type { Effect, Layer } from "effect"
import { Hono } from "hono"
import type { Context } from "hono"
import type pino from "pino"
import { answerWith } from "../../src/http/answer.ts"
import { threw, notFound } from "../../src/http/fallbacks.ts"
import type { HttpEnv } from "../../src/http/HttpEnv.ts"
import { effectLogLayer, makeLog } from "../../src/http/logging.ts"
import type { AnsweredError } from "../../src/http/problems.ts"
import { requestId } from "../../src/http/requestId.ts"
import { requestLog } from "../../src/http/requestLog.ts"
import { securityHeaders } from "../../src/http/securityHeaders.ts"

/** An app as `app.ts` puts it together, whose log is a list of lines. */
export const testApp = () => {
  const lines: string[] = []
  const log = makeLog("info", { write: (line) => lines.push(line) } satisfies pino.DestinationStream)
  const runtime = ManagedRuntime.make(effectLogLayer(log) as Layer.Layer<never>)
  const answer = answerWith(runtime)
  const app = new Hono<HttpEnv>()
  app.use(requestId, securityHeaders, requestLog(log))
  app.onError(threw(log))
  app.notFound(notFound)
  const on = (path: string, response: (c: Context<HttpEnv>) => Effect.Effect<Response, AnsweredError>) =>
    app.all(path, (c) => answer(c, response(c)))
  return { app, lines, on }
}
