import { Hono } from "hono"
import type { Context } from "hono"
import type { DemoAddresses } from "./demoAddresses.ts"
import { createLogonPage } from "./pages/createLogonPage.ts"
import { peoplePage } from "./pages/peoplePage.ts"
import { startPage } from "./pages/startPage.ts"
import { partnerPolicy } from "./partnerPolicy.ts"
import { peopleToday } from "./peopleToday.ts"
import { siteScript } from "./siteScript.ts"
import { siteStyle } from "./siteStyle.ts"

/** "Bayside Tax Help": a site of somebody else's, on an origin of its own, that embeds the Department's form. */
export const partnerSite = (addresses: DemoAddresses): Hono => {
  const own = new Set([addresses.partner, addresses.unregistered].map((origin) => new URL(origin).host))
  const text = (c: Context, type: string, body: string) =>
    c.body(body, 200, { "content-type": `${type}; charset=utf-8` })

  return new Hono()
    .use(async (c, next) => {
      // Another name for this machine is nobody's business.
      if (!own.has(c.req.header("host") ?? "")) return c.text("Bayside Tax Help is only at 127.0.0.1.", 421)
      await next()
      c.header("content-security-policy", partnerPolicy(addresses))
      c.header("referrer-policy", "strict-origin-when-cross-origin")
      c.header("x-content-type-options", "nosniff")
      c.header("cache-control", "no-store")
      return undefined
    })
    .get("/", (c) => c.html(startPage(addresses)))
    .get("/create-logon", (c) => {
      const people = peopleToday()
      const person = people.find(({ story }) => story === c.req.query("as")) ?? people[0]!
      return c.html(createLogonPage(addresses, people, person))
    })
    .get("/people", (c) => c.html(peoplePage(peopleToday())))
    .get("/site.css", (c) => text(c, "text/css", siteStyle))
    .get("/site.js", (c) => text(c, "text/javascript", siteScript))
    .notFound((c) => c.text("Bayside Tax Help does not have this page.", 404))
}
