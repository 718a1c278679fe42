import type { Problem, Reply } from "./Problem.ts"

/** One call of the service. */
export interface Call {
  readonly method: "GET" | "POST" | "PUT" | "DELETE" | "PATCH"
  /** Absolute path, `/v1/logon-requests`. */
  readonly path: string
  readonly body?: unknown
  /** Bearer; without one the session's cookie is what counts. */
  readonly token?: string
  readonly idempotencyKey?: string
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

/**
 * Calls the service under `base` (an origin, or "" for the page's own).
 *
 * **Gotchas**
 *
 * It never throws: no answer, an answer that is no JSON and a 5xx are all the problem `unavailable`, and what was typed stays.
 */
export const callOf =
  (base: string) =>
  async <A>({ method, path, body, token, idempotencyKey }: Call): Promise<Reply<A>> => {
    const headers: Record<string, string> = { accept: "application/json" }
    if (body !== undefined || method === "POST") headers["content-type"] = "application/json"
    if (token !== undefined) headers["authorization"] = `Bearer ${token}`
    if (idempotencyKey !== undefined) headers["idempotency-key"] = idempotencyKey
    try {
      const response = await fetch(`${base}${path}`, {
        method,
        headers,
        credentials: token === undefined ? "same-origin" : "omit",
        cache: "no-store",
        signal: AbortSignal.timeout(patience),
        ...(headers["content-type"] === undefined ? {} : { body: JSON.stringify(body ?? {}) })
      })
      if (!response.ok) return { ok: false, problem: await problemOf(response) }
      return { ok: true, value: (response.status === 204 ? undefined : await response.json()) as A }
    } catch {
      return { ok: false, problem: { status: 0, code: "unavailable" } }
    }
  }
