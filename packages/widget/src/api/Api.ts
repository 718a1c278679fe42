import type { AnswersOf, BodyOf, Calls, ParamsOf } from "@mtc-logon/core/contract"
import type { Problem, Reply } from "./Problem.ts"

/** What shows that a request is the caller's own: its id, and the token that opens it. */
export interface RequestToken {
  readonly id: string
  readonly token: string
}

/** A member that must come, may come (`{}`, or nothing of it is required), or never comes. */
type Needed<Name extends string, T> = [T] extends [never]
  ? unknown
  : object extends T
    ? { readonly [N in Name]?: T }
    : string extends keyof T
      ? { readonly [N in Name]?: T }
      : { readonly [N in Name]: T }

/** What is given with a call: its body, the parameters of its path, and what it needs. A session's cookie goes by itself. */
type GivenOf<W extends keyof Calls> = Needed<"body", BodyOf<Calls[W], "Encoded">> &
  (Calls[W]["needs"] extends "request-token"
    ? { readonly key: RequestToken; readonly idempotencyKey?: string }
    : Needed<"params", ParamsOf<W>>)

/** What a call answers where it is no problem. */
export type AnswerOf<W extends keyof Calls> = AnswersOf<Calls[W]>[keyof AnswersOf<Calls[W]>]

/** The calls of the service, each by its method and path. Their list is a type: no page carries it. @adr 0038 */
export interface Api {
  <W extends keyof Calls>(
    way: W,
    ...given: object extends GivenOf<W> ? [given?: GivenOf<W>] : [given: GivenOf<W>]
  ): Promise<Reply<AnswerOf<W>>>
  /** The service's origin, or "" for the page's own. */
  readonly base: string
}

/** Milliseconds until a call without an answer is given up. */
const patience = 30_000

const problemOf = async (response: Response): Promise<Problem> => {
  try {
    const body: Partial<Problem> = await response.json()
    return { ...body, status: response.status, code: body.code ?? "unavailable" }
  } catch {
    return { status: response.status, code: "unavailable" }
  }
}

interface Given {
  readonly body?: unknown
  readonly params?: Readonly<Record<string, string>>
  readonly key?: RequestToken
  readonly idempotencyKey?: string
}

/**
 * Calls the service under `base` (an origin, or "" for the page's own).
 *
 * **Gotchas**
 *
 * It never throws: no answer, an answer that is no JSON and a 5xx are all the problem `unavailable`, and what was typed stays.
 */
export const apiAt = (base: string): Api => {
  const call = async (way: string, given: Given = {}) => {
    const { body, idempotencyKey, key, params } = given
    const [method = "", path = ""] = way.split(" ")
    const values: Readonly<Record<string, string>> = { ...params, ...key }
    const headers: Record<string, string> = { accept: "application/json" }
    if (body !== undefined || method === "POST") headers["content-type"] = "application/json"
    if (key !== undefined) headers["authorization"] = `Bearer ${key.token}`
    if (idempotencyKey !== undefined) headers["idempotency-key"] = idempotencyKey
    try {
      const response = await fetch(`${base}${path.replace(/\{(\w+)\}/, (_, name: string) => values[name] ?? "")}`, {
        method,
        headers,
        credentials: key === undefined ? "same-origin" : "omit",
        cache: "no-store",
        signal: AbortSignal.timeout(patience),
        ...(headers["content-type"] === undefined ? {} : { body: JSON.stringify(body ?? {}) })
      })
      if (!response.ok) return { ok: false, problem: await problemOf(response) }
      return { ok: true, value: response.status === 204 ? undefined : await response.json() }
    } catch {
      return { ok: false, problem: { status: 0, code: "unavailable" } }
    }
  }
  // What may come with a call is checked where it is made; here any of it may come.
  return Object.assign(call, { base }) as unknown as Api
}
