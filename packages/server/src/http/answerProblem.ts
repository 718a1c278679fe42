import type { Context } from "hono"
import { DateTime } from "effect"
import { sayIn } from "../say.ts"
import type { HttpEnv } from "./HttpEnv.ts"
import { localeOf } from "./localeOf.ts"
import { problemOf } from "./problems.ts"
import type { AnsweredError } from "./problems.ts"

/** Seconds after which a call that met a busy house may come again. */
const busySeconds = 2

const retryAfter = (status: number, retryAt: DateTime.Utc | undefined, now: DateTime.Utc): string | undefined => {
  if (retryAt !== undefined)
    return String(Math.max(1, Math.ceil((DateTime.toEpochMillis(retryAt) - DateTime.toEpochMillis(now)) / 1000)))
  return status === 503 ? String(busySeconds) : undefined
}

/** Puts a failure into an `application/problem+json` answer (RFC 9457). */
export const answerProblem = (c: Context<HttpEnv>, error: AnsweredError, now: DateTime.Utc): Response => {
  const { status, code, messageId, issues, step, remedies, retryAt, reason, isUniform } = problemOf(error)
  const wait = retryAfter(status, retryAt, now)
  const body = {
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
  return c.body(JSON.stringify(body), status, {
    "content-type": "application/problem+json",
    ...(wait === undefined ? {} : { "retry-after": wait }),
    ...(status === 401 && code !== "log_in_failed" ? { "www-authenticate": "Bearer" } : {})
  })
}
