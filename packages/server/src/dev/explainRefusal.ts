import { isPartnerOrigin } from "@mtc-logon/core/partner"
import type { Context } from "hono"
import { html } from "hono/html"
import type { EmbedRefusal } from "../hosted/PageTools.ts"
import { localeOf } from "../http/localeOf.ts"
import { sayIn } from "../say.ts"
import { testPartnerId } from "./seedSandbox.ts"

/** Anyone's page may frame it: it holds nothing but the explanation. */
const policy = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'"

/** 403 with the reason why a page may not show the form, and what to do about it. */
export const explainRefusal = (c: Context, { code, origin, partnerId }: EmbedRefusal): Response | Promise<Response> => {
  const locale = localeOf(c)
  const say = sayIn(locale)
  const names = { origin, partner: partnerId }
  const [reason, fix, line] =
    code === "partner_unknown"
      ? [say("dev.refusal.partner", names), say("dev.refusal.partner-fix"), `partner-id="${testPartnerId}"`]
      : isPartnerOrigin(origin, "test")
        ? [say("dev.refusal.origin", names), say("dev.refusal.origin-fix"), `TEST_PARTNER_ORIGINS=${origin}`]
        : [say("dev.refusal.insecure", names)]
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <title>${say("dev.refusal.title")}</title>
        <script type="module" src="/dev/refusal.js"></script>
      </head>
      <body data-code="${code}">
        <main>
          <h1>${say("dev.refusal.title")}</h1>
          <p>${reason}</p>
          ${fix === undefined ? "" : html`<p>${fix}</p>`} ${line === undefined ? "" : html`<pre>${line}</pre>`}
          <p>${say("dev.refusal.note")}</p>
        </main>
      </body>
    </html>`
  return c.html(String(page), 403, {
    "content-security-policy": policy,
    "cross-origin-resource-policy": "cross-origin",
    "cross-origin-opener-policy": "unsafe-none"
  })
}
