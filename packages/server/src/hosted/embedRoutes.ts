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
import type { EmbedRefusal, PageTools } from "./PageTools.ts"
import { shell } from "./shell.ts"
import type { WidgetSite } from "./WidgetSite.ts"

const framed = { "cross-origin-resource-policy": "cross-origin", "cross-origin-opener-policy": "unsafe-none" }

/** Origin of the page around the frame; none where it is not said, or the frame has loaded itself again. */
const framerOf = (c: Context): string | undefined => {
  const { origin } = URL.parse(c.req.header("referer") ?? "") ?? {}
  const isFrame = c.req.header("sec-fetch-dest") === "iframe"
  return isFrame && origin !== new URL(c.req.url).origin ? origin : undefined
}

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
 * **Details**
 *
 * `tools`: a development server explains each refusal in the frame's place; in production the browser shows an empty frame,
 * and the loader puts the page's own fallback there.
 *
 * **Gotchas**
 *
 * An origin that has got into the table but may not stand there is left out: `frame-ancestors` has no wildcard, ever.
 */
export const embedRoutes = <R>(
  answer: Answer<R | Partners>,
  site: WidgetSite,
  house: Effect.Effect<HouseFacts, never, R>,
  tools?: PageTools
) => {
  const explain = (c: Context, code: EmbedRefusal["code"], partnerId: string) =>
    Effect.promise(async () => {
      const origin = framerOf(c)
      return origin === undefined ? undefined : tools?.explain(c, { code, partnerId, origin })
    })
  const originsOf = (partner: Partner) => partner.origins.filter((origin) => isPartnerOrigin(origin, partner.mode))

  const show = (c: Context, partner: Partner, { contacts }: HouseFacts) => {
    const locale = localeOf(c)
    const say = sayIn(locale)
    const origins = originsOf(partner)
    const text = shell(site, {
      locale,
      title: say("host.title"),
      rootId: "mtc-frame",
      data: {
        id: "frame",
        value: { partnerId: partner.id, partnerName: partner.name, origins, locale }
      },
      files: "frame",
      tools: tools?.script,
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
        if (partner === null || partner.disabled) return (yield* explain(c, "partner_unknown", id)) ?? refuse(c)
        const framer = framerOf(c)
        const isAllowed = framer === undefined || originsOf(partner).includes(framer)
        return (isAllowed ? undefined : yield* explain(c, "origin_not_allowed", id)) ?? show(c, partner, yield* house)
      })
    )
  )
}
