import { isPartnerOrigin, Partners } from "@mtc-logon/core/partner"
import type { Partner } from "@mtc-logon/core/partner"
import { Effect } from "effect"
import { Hono } from "hono"
import type { Context } from "hono"
import { html } from "hono/html"
import type { Answer } from "../http/answer.ts"
import type { HttpEnv } from "../http/HttpEnv.ts"
import { localeOf } from "../http/localeOf.ts"
import { pagePolicy } from "../http/securityHeaders.ts"
import { sayIn } from "../say.ts"
import type { HouseFacts } from "./HouseFacts.ts"
import { shell } from "./shell.ts"
import type { WidgetSite } from "./WidgetSite.ts"

const framed = { "cross-origin-resource-policy": "cross-origin", "cross-origin-opener-policy": "unsafe-none" }

const refuse = (c: Context) => {
  const locale = localeOf(c)
  const sentence = sayIn(locale)("problem.partner-refused")
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <title>${sentence}</title>
      </head>
      <body>
        <p>${sentence}</p>
      </body>
    </html>`
  return c.html(String(page), 403, { "content-security-policy": pagePolicy([]) })
}

/**
 * `GET /embed/v1/create-logon?p=<partner>`: 200 with the framed form, which only pages of the partner's exact origins may
 * show; 403, for nobody's frame, where the partner is unknown or disabled.
 *
 * **Gotchas**
 *
 * An origin that has got into the table but may not stand there is left out: `frame-ancestors` has no wildcard, ever.
 */
export const embedRoutes = <R>(
  answer: Answer<R | Partners>,
  site: WidgetSite,
  house: Effect.Effect<HouseFacts, never, R>
) => {
  const show = (c: Context, partner: Partner, { contacts, developmentTools }: HouseFacts) => {
    const locale = localeOf(c)
    const say = sayIn(locale)
    const origins = partner.origins.filter((origin) => isPartnerOrigin(origin, partner.mode))
    const text = shell(site, {
      locale,
      title: say("host.title"),
      rootId: "mtc-frame",
      data: {
        id: "frame",
        value: { partnerId: partner.id, partnerName: partner.name, origins, developmentTools, locale }
      },
      files: "frame",
      noScript: say("hosted.no-script", { phone: contacts.phone })
    })
    return c.html(text, 200, { ...framed, "content-security-policy": pagePolicy(origins) })
  }

  return new Hono<HttpEnv>().get("/embed/v1/create-logon", (c) =>
    answer(
      c,
      Effect.gen(function* () {
        const id = c.req.query("p") ?? ""
        const partner = /^mtcpk_(test|live)_\w{1,60}$/.test(id) ? yield* (yield* Partners).find(id) : null
        return partner === null || partner.disabled ? refuse(c) : show(c, partner, yield* house)
      })
    )
  )
}
