import { spokenLocales } from "@mtc-logon/core/wording"
import { Effect } from "effect"
import { Hono } from "hono"
import type { Answer } from "../http/answer.ts"
import type { HttpEnv } from "../http/HttpEnv.ts"
import { localeOf } from "../http/localeOf.ts"
import { pagePolicy } from "../http/securityHeaders.ts"
import { sayIn } from "../say.ts"
import type { HouseFacts } from "./HouseFacts.ts"
import type { PageTools } from "./PageTools.ts"
import { shell } from "./shell.ts"
import type { WidgetSite } from "./WidgetSite.ts"

/** Path -> page of the widget's `pages.js`. */
const pages = {
  "/": "home",
  "/register": "register",
  "/log-in": "log-in",
  "/activate": "activate",
  "/two-step": "two-step",
  "/security-code": "security-code",
  "/account": "account",
  "/security": "security",
  "/terms": "terms",
  "/profile": "profile",
  "/forgot": "forgot",
  "/reset": "reset",
  "/not-me": "not-me",
  "/letter": "letter"
} as const

/**
 * The Department's own pages: 200 with a shell that nobody may frame.
 *
 * **Gotchas**
 *
 * Nothing of a person is in it. A link has its code in the fragment, which no server sees; no page sends a referrer.
 */
export const pageRoutes = <R>(
  answer: Answer<R>,
  site: WidgetSite,
  house: Effect.Effect<HouseFacts, never, R>,
  tools?: PageTools
) => {
  const routes = new Hono<HttpEnv>()
  for (const [path, page] of Object.entries(pages))
    routes.get(path, (c) =>
      answer(
        c,
        Effect.map(house, (facts) => {
          const locale = localeOf(c)
          const say = sayIn(locale)
          const supportedLocales = [locale, ...spokenLocales.filter((each) => each !== locale)]
          const text = shell(site, {
            locale,
            title: say("page.document-title", { page: say(`page.${page}.title`) }),
            rootId: "mtc-page",
            data: { id: "page", value: { page, supportedLocales, ...facts } },
            files: "pages",
            tools: tools?.script,
            noScript: say("hosted.no-script", { phone: facts.contacts.phone })
          })
          return c.html(text, 200, {
            "content-security-policy": pagePolicy([]),
            "referrer-policy": "no-referrer"
          })
        })
      )
    )
  return routes
}
