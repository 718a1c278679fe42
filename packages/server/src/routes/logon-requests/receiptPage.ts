import type { ReceiptView } from "@mtc-logon/core/logon-request"
import { DateTime } from "effect"
import type { Context } from "hono"
import { html } from "hono/html"
import { formatMailInstant } from "../../formatMailInstant.ts"
import { localeOf } from "../../http/localeOf.ts"
import { sayIn } from "../../say.ts"

/**
 * The receipt as a page, to print.
 *
 * **Gotchas**
 *
 * Without the PIN: that was told once, at submit. @rule R-40
 */
export const receiptPage = (
  c: Context,
  { confirmationNumber, submittedAt, username }: Omit<ReceiptView, "pin">
): Response => {
  const locale = localeOf(c)
  const say = sayIn(locale)
  const rows = [
    [say("confirmation.number"), confirmationNumber],
    [say("confirmation.submitted-at"), formatMailInstant(DateTime.makeUnsafe(submittedAt))],
    [say("field.username.label"), username],
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
}
