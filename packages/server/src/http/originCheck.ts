import type { MiddlewareHandler } from "hono"
import { DateTime } from "effect"
import { answerProblem } from "./answerProblem.ts"
import { HttpError } from "./HttpError.ts"
import type { HttpEnv } from "./HttpEnv.ts"
import { isMediaType } from "./isMediaType.ts"

const refused = new HttpError({ reason: { _tag: "OriginRefused" } })
const notJson = new HttpError({ reason: { _tag: "NotJsonType" } })
const reading = new Set(["GET", "HEAD", "OPTIONS"])
const withBody = new Set(["POST", "PUT", "PATCH"])

/**
 * Refuses a call that changes something unless it comes from a page of one of the origins.
 *
 * **Details**
 *
 * `Origin` is one of them to the letter, `Sec-Fetch-Site` (where a browser says it) is not `cross-site`, and a body is
 * JSON, which no form of another's page can send: 415. `withoutOrigin` lets a program through that sends none: only where a bearer token, and no
 * cookie, is what counts.
 *
 * **Gotchas**
 *
 * `SameSite` alone would not do: all of `state.ma.us` is one site.
 */
export const originCheck =
  (origins: ReadonlyArray<string>, rule: { readonly withoutOrigin: boolean }): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    if (reading.has(c.req.method)) return next()
    const origin = c.req.header("origin")
    const known = origin === undefined ? rule.withoutOrigin : origins.includes(origin)
    const crossSite = c.req.header("sec-fetch-site") === "cross-site"
    if (!known || crossSite) return answerProblem(c, refused, DateTime.nowUnsafe())
    const asJson = !withBody.has(c.req.method) || isMediaType("application/json", c.req.header("content-type"))
    if (!asJson && !rule.withoutOrigin) return answerProblem(c, notJson, DateTime.nowUnsafe())
    return next()
  }
