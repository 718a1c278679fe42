import {
  answerCalls,
  logInCalls,
  logonRequestCalls,
  operationCalls,
  profileCalls,
  recoveryCalls,
  rulesEngineCalls,
  twoStepCalls
} from "@mtc-logon/core/contract"
import { widgetFiles } from "@mtc-logon/widget/files"
import { Effect } from "effect"
import type { ManagedRuntime } from "effect"
import { Hono } from "hono"
import { getConnInfo } from "@hono/node-server/conninfo"
import type { Context, MiddlewareHandler } from "hono"
import type { Logger } from "pino"
import { auditBrokenSeal } from "./audit/auditBrokenSeal.ts"
import { answerWith } from "./http/answer.ts"
import { notFound, threw } from "./http/fallbacks.ts"
import type { HttpEnv } from "./http/HttpEnv.ts"
import { oneHost } from "./http/oneHost.ts"
import { originCheck } from "./http/originCheck.ts"
import { requestId } from "./http/requestId.ts"
import { requestLog } from "./http/requestLog.ts"
import { securityHeaders } from "./http/securityHeaders.ts"
import type { Development } from "./Development.ts"
import { embedRoutes } from "./hosted/embedRoutes.ts"
import { pageRoutes } from "./hosted/pageRoutes.ts"
import { widgetRoutes } from "./hosted/widgetRoutes.ts"
import { readWidgetSite } from "./hosted/WidgetSite.ts"
import { houseFacts } from "./houseFacts.ts"
import { clientAddressOf } from "./limits/clientAddress.ts"
import { houseLimits } from "./limits/houseLimits.ts"
import { Live } from "./live/Live.ts"
import { makeLiveSocket } from "./live/liveSocket.ts"
import { docsRoutes } from "./openapi/docsRoutes.ts"
import { limitedByAddress } from "./routes/limited.ts"
import { logInHandlers } from "./routes/login/logInHandlers.ts"
import { profileHandlers } from "./routes/login/profileHandlers.ts"
import { recoveryHandlers } from "./routes/login/recoveryHandlers.ts"
import { twoStepHandlers } from "./routes/login/twoStepHandlers.ts"
import { answerHandlers } from "./routes/logon-requests/logonRequestHandlers.ts"
import { logonRequestHandlers } from "./routes/logon-requests/logonRequestHandlers.ts"
import { mount } from "./routes/mount.ts"
import type { Ports } from "./routes/Ports.ts"
import { operationHandlers } from "./routes/operation/operationHandlers.ts"
import { rulesEngineHandlers } from "./routes/rules-engine/rulesEngineHandlers.ts"
import { readAnalyses } from "./routes/rules-engine/readAnalyses.ts"
import { Signing } from "./secrets/Signing.ts"
import { ServerConfig } from "./ServerConfig.ts"

/** The address that a socket comes from; a call that no socket carries (a test's) has none. */
const socketAddress = (c: Context): string | undefined => {
  try {
    return getConnInfo(c).remote.address
  } catch {
    return undefined
  }
}

/**
 * The HTTP app of the server: every call and every page, behind the request id, the log, the headers, the origin check and the limit
 * on all calls.
 *
 * **Details**
 *
 * `development`: routes and page tools that exist only in development. Use its `type App` with `hc<App>(url)` of `hono/client`: it
 * has the paths and methods. @adr 0024
 */
export const createApp = async <E>(
  runtime: ManagedRuntime.ManagedRuntime<Ports, E>,
  log: Logger,
  development?: Pick<Development, "pages" | "routes">
) => {
  const settings = await runtime.runPromise(ServerConfig)
  const live = await runtime.runPromise(Live)
  const signing = await runtime.runPromise(Signing)
  const answer = answerWith(runtime, auditBrokenSeal)
  const limits = houseLimits(settings)
  const readAddress = clientAddressOf(settings)
  const callerOf = (c: Context) => readAddress(socketAddress(c), c.req.header("x-forwarded-for"))
  const liveSocket = makeLiveSocket({
    live,
    run: (effect) => runtime.runPromise(effect),
    origins: settings.firstPartyOrigins,
    addressOf: (c) => callerOf(c).address
  })

  const limitCaller: MiddlewareHandler<HttpEnv> = (c, next) =>
    answer(
      c,
      Effect.andThen(
        limitedByAddress(limits.requests, callerOf(c)),
        Effect.promise(() => next().then(() => c.res))
      )
    )

  const site = readWidgetSite(widgetFiles())
  const house = houseFacts(settings)

  const mounted = { answer, callerOf, settings }
  const called = mount(
    {
      ...logonRequestCalls,
      ...answerCalls,
      ...logInCalls,
      ...twoStepCalls,
      ...profileCalls,
      ...recoveryCalls,
      ...rulesEngineCalls
    },
    {
      ...logonRequestHandlers(signing.jws, liveSocket),
      ...answerHandlers,
      ...logInHandlers,
      ...twoStepHandlers,
      ...profileHandlers,
      ...recoveryHandlers,
      ...rulesEngineHandlers(signing.jws, readAnalyses(settings.ruleSetDir))
    },
    mounted
  )

  const tools = development?.routes({ answer, run: (effect) => runtime.runFork(effect), socketAddress, liveSocket })

  return (
    new Hono<HttpEnv>()
      .use(requestId)
      .use(requestLog(log))
      .use(securityHeaders)
      .use(oneHost)
      .use("/docs", limitCaller)
      .use("/openapi.json", limitCaller)
      .route("/", mount(operationCalls, operationHandlers(signing), mounted))
      .route("/", docsRoutes())
      .use("/v1/*", limitCaller)
      .use("/embed/*", limitCaller)
      .route("/", tools ?? new Hono<HttpEnv>())
      .route("/", called)
      // A path that is no call is not found, for programs too; a page of another site learns nothing of it.
      .use("/v1/*", originCheck(settings.firstPartyOrigins, { withoutOrigin: true }))
      .route("/", pageRoutes(answer, site, house, development?.pages))
      .route("/", embedRoutes(answer, site, house, development?.pages))
      .route("/", widgetRoutes(site))
      .notFound(notFound)
      .onError(threw(log))
  )
}

export type App = Awaited<ReturnType<typeof createApp>>
