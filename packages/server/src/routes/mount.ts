import type { CallList, CallNeeds, CallShape, LimitName, ParamsOf } from "@mtc-logon/core/contract"
import { findSession } from "@mtc-logon/core/login"
import type { LogonRequestKey } from "@mtc-logon/core/logon-request"
import type { ApiKey } from "@mtc-logon/core/partner"
import { Effect, identity } from "effect"
import { Hono } from "hono"
import type { Context } from "hono"
import type { ContentfulStatusCode, StatusCode } from "hono/utils/http-status"
import type { Answer } from "../http/answer.ts"
import { apiKey, withScope } from "../http/apiKey.ts"
import type { HttpEnv } from "../http/HttpEnv.ts"
import { originCheck } from "../http/originCheck.ts"
import type { AnsweredError } from "../http/problems.ts"
import { readJson } from "../http/readJson.ts"
import { refusalFloor } from "../http/refusalFloor.ts"
import { sessionCookie } from "../http/sessionCookie.ts"
import { houseLimits } from "../limits/houseLimits.ts"
import { ServerConfig } from "../ServerConfig.ts"
import type { ServerSettings } from "../ServerConfig.ts"
import { callLimits } from "./callLimits.ts"
import type { Handlers } from "./Handlers.ts"
import type { CallerOf } from "./limited.ts"
import { currentSession } from "./login/currentSession.ts"
import type { Ports } from "./Ports.ts"
import { bearer } from "../http/bearer.ts"

type PathsOf<W> = W extends `${string} ${infer Path}` ? Path : never

type HonoPath<P extends string> = P extends `${infer Head}{${infer Name}}${infer Rest}`
  ? `${Head}:${Name}${HonoPath<Rest>}`
  : P

type InputOf<W> = keyof ParamsOf<W> extends never ? object : { readonly param: ParamsOf<W> }

/** The routes of a list of calls as `hc` of `hono/client` knows them: paths, their parameters and methods. @adr 0024 */
type RoutesOf<C> = {
  readonly [P in PathsOf<keyof C> as HonoPath<P>]: {
    readonly [W in keyof C as W extends `${infer Method} ${P}` ? `$${Lowercase<Method>}` : never]: {
      readonly input: InputOf<W>
      readonly output: object
      readonly outputFormat: string
      readonly status: StatusCode
    }
  }
}

/** The key of the request that a call is about: its id in the path, its token as bearer. */
const requestKey = (c: Context): Effect.Effect<LogonRequestKey, Effect.Error<ReturnType<typeof bearer>>> =>
  Effect.map(bearer(c), (token) => ({ id: c.req.param("id") ?? "", token }))

/** Who makes a call: one of them, or nobody. */
interface Caller {
  readonly key?: LogonRequestKey
  readonly session?: object
  readonly apiKey?: ApiKey
}

/** Shows who makes a call, or fails with what is missing. */
const calledBy = (c: Context, needs: CallNeeds): Effect.Effect<Caller, AnsweredError, Ports> => {
  const withSession = (session: ReturnType<typeof currentSession>) =>
    Effect.map(session, (found) => ({ session: found }))
  switch (needs) {
    case "nobody":
      return Effect.succeed({})
    case "request-token":
      return Effect.map(requestKey(c), (key) => ({ key }))
    case "resting-session":
      return Effect.map(findSession(sessionCookie.read(c) ?? null, "password"), (session) => ({ session }))
    case "any-session":
      return withSession(currentSession(c, "password", { beforeTerms: true }))
    case "two-step-before-terms":
      return withSession(currentSession(c, "two-step", { beforeTerms: true }))
    case "password":
    case "two-step":
      return withSession(currentSession(c, needs))
    default: {
      // Where the body decides which scope counts, the handler asks for it.
      const found = needs.orScope === undefined ? Effect.flatMap(apiKey(c), withScope(needs.scope)) : apiKey(c)
      return Effect.map(found, (key) => ({ apiKey: key }))
    }
  }
}

type AnyHandler = (given: object) => Effect.Effect<unknown, AnsweredError, Ports>

const floored = <A, E, R>(work: Effect.Effect<A, E, R>) =>
  Effect.flatMap(ServerConfig, ({ refusalFloorMs }) => refusalFloor(refusalFloorMs)(work))

/** Puts what a handler returned into the answer that the call describes. */
const answered = (c: Context, { answers }: CallShape, result: unknown): Response => {
  if (result instanceof Response) return result
  const [only, ...more] = Object.keys(answers)
  const [status, json] = more.length === 0 ? [Number(only), result] : (result as readonly [number, unknown])
  return json === undefined ? c.body(null, status as 204) : c.json(json, status as ContentfulStatusCode)
}

/** What the routes of calls are made with. */
export interface MountedWith {
  readonly answer: Answer<Ports>
  readonly callerOf: CallerOf
  readonly settings: ServerSettings
}

/**
 * Makes a route of each call of a list: a call without a handler, or a handler without a call, does not compile.
 *
 * **Details**
 *
 * A route checks in the order that `CallShape` says: origin, what the call needs, body, limits; the floor holds the handler.
 *
 * @adr 0038
 */
export const mount = <const C extends CallList>(
  calls: C,
  handlers: Handlers<C>,
  { answer, callerOf, settings }: MountedWith
) => {
  const limits = callLimits(houseLimits(settings))
  const limited =
    (names: ReadonlyArray<LimitName> = [], given: Parameters<(typeof limits)[LimitName]>[0]) =>
    (work: Effect.Effect<unknown, AnsweredError, Ports>) =>
      names.reduceRight((each, name) => limits[name](given)(each), work)
  const app = new Hono<HttpEnv>()
  for (const [way, call] of Object.entries<CallShape>(calls)) {
    const [method = "", path = ""] = way.split(" ")
    const handle = (handlers as unknown as Readonly<Record<string, AnyHandler>>)[way]!
    const read = call.body === undefined || call.lines ? undefined : readJson(call.body)
    const origin = originCheck(settings.firstPartyOrigins, { withoutOrigin: call.from !== "our-pages" })
    app.on(method, [path.replaceAll(/\{(\w+)\}/g, ":$1")], ...(call.from === undefined ? [] : [origin]), (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const caller = callerOf(c)
          const by = yield* calledBy(c, call.needs)
          const asked = { c, caller, ...by, params: c.req.param(), query: c.req.query() }
          const work = Effect.gen(function* () {
            const given = { ...asked, body: yield* read?.(c) ?? Effect.succeed(undefined) }
            const held = handle(given).pipe(call.floor === "handler" ? floored : identity)
            return yield* limited(call.limits, given)(held)
          })
          return answered(c, call, yield* limited(call.limitsFirst, asked)(work))
        }).pipe(call.floor === "call" ? floored : identity)
      )
    )
  }
  // Hono collects the type of its routes from one chain of calls; here the list has it.
  return app as unknown as Hono<HttpEnv, RoutesOf<C>>
}
