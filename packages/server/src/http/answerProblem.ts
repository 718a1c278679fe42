import type { Context } from "hono"
import { DateTime } from "effect"
import { sayIn } from "../say.ts"
import type { HttpEnv } from "./HttpEnv.ts"
import { localeOf } from "./localeOf.ts"
import { problemOf } from "./problems.ts"
import type { AnsweredError } from "./problems.ts"

/** Seconds after which a call that met a busy server may come again. */
const busySeconds = 2

const retryAfter = (status: number, retryAt: DateTime.Utc | undefined, now: DateTime.Utc): string | undefined => {
  if (retryAt !== undefined)
    return String(Math.max(1, Math.ceil((DateTime.toEpochMillis(retryAt) - DateTime.toEpochMillis(now)) / 1000)))
  return status === 503 ? String(busySeconds) : undefined
}

/** What the body of a problem says; the id of the call is told unless all problems of its kind are alike. */
export const problemToBody = (c: Context<HttpEnv>, error: AnsweredError) => {
  const { code, isUniform, issues, messageId, reason, remedies, retryAt, status, step } = problemOf(error)
  return {
    type: `urn:mtc-logon:problem:${code}`,
    title: sayIn(localeOf(c))(messageId),
    status,
    code,
    requestId: isUniform ? undefined : c.get("requestId"),
    issues,
    step,
    remedies,
    reason,
    retryAt: retryAt === undefined ? undefined : DateTime.formatIso(retryAt)
  }
}

/** Puts a failure into an `application/problem+json` answer (RFC 9457). */
export const answerProblem = (c: Context<HttpEnv>, error: AnsweredError, now: DateTime.Utc): Response => {
  const body = problemToBody(c, error)
  const { code, status } = body
  const wait = retryAfter(status, problemOf(error).retryAt, now)
  return c.body(JSON.stringify(body), status, {
    "content-type": "application/problem+json",
    ...(wait === undefined ? {} : { "retry-after": wait }),
    ...(status === 401 && code !== "log_in_failed" ? { "www-authenticate": "Bearer" } : {})
  })
}
