import { findReceipt } from "@mtc-logon/core/logon-request"
import { DateTime, Effect } from "effect"
import { Hono } from "hono"
import { html } from "hono/html"
import { formatMailInstant } from "../../formatMailInstant.ts"
import type { Answer } from "../../http/answer.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import { localeOf } from "../../http/localeOf.ts"
import { sayIn } from "../../say.ts"
import type { Ports } from "../Ports.ts"
import { requestKey } from "./requestKey.ts"

/**
 * `GET /v1/logon-requests/{id}/confirmation`: 200 with the receipt to print, or, where JSON is asked for, the receipt and
 * its signature (a JWS of the same values).
 *
 * **Gotchas**
 *
 * Without the PIN: that was told once, at submit. @rule R-40
 */
export const confirmationRoutes = (answer: Answer<Ports>, sign: (text: string) => string) =>
  new Hono<HttpEnv>().get("/:id/confirmation", (c) =>
    answer(
      c,
      Effect.gen(function* () {
        const receipt = yield* findReceipt(yield* requestKey(c))
        if ((c.req.header("accept") ?? "").includes("application/json")) {
          return c.json({ ...receipt, jws: sign(JSON.stringify(receipt)) })
        }
        const locale = localeOf(c)
        const say = sayIn(locale)
        const rows = [
          [say("confirmation.number"), receipt.confirmationNumber],
          [say("confirmation.submitted-at"), formatMailInstant(DateTime.makeUnsafe(receipt.submittedAt))],
          [say("field.username.label"), receipt.username],
          [say("confirmation.pin"), say("confirmation.pin-told")]
        ] as const
        const page = html`<!doctype html>
          <html lang="${locale}" dir="ltr">
            <head>
              <meta charset="utf-8" />
              <title>${say("request.title-confirmation")}</title>
            </head>
            <body>
              <h1>${say("request.title-confirmation")}</h1>
              <dl>
                ${rows.map(
                  ([name, value]) =>
                    html`<dt>${name}</dt>
                      <dd>${value}</dd> `
                )}
              </dl>
            </body>
          </html> `
        return c.html(String(page))
      })
    )
  )
