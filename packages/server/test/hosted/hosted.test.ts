import { createHash } from "node:crypto"
import { mtc2020 } from "@mtc-logon/core/rule-sets"
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { brotliDecompressSync } from "node:zlib"
import { Partners } from "@mtc-logon/core/partner"
import type { Partner } from "@mtc-logon/core/partner"
import { Effect, Layer, ManagedRuntime } from "effect"
import { Hono } from "hono"
import { describe, expect, test } from "vitest"
import { embedRoutes } from "../../src/hosted/embedRoutes.ts"
import type { HouseFacts } from "../../src/hosted/HouseFacts.ts"
import { pageRoutes } from "../../src/hosted/pageRoutes.ts"
import { widgetRoutes } from "../../src/hosted/widgetRoutes.ts"
import { readWidgetSite } from "../../src/hosted/WidgetSite.ts"
import { answerWith } from "../../src/http/answer.ts"
import type { HttpEnv } from "../../src/http/HttpEnv.ts"
import { requestId } from "../../src/http/requestId.ts"
import { securityHeaders } from "../../src/http/securityHeaders.ts"

const facts: HouseFacts = {
  developmentTools: false,
  links: {
    registerBusiness: "https://a.example",
    registerIndividual: "https://a.example",
    registerEstate: "https://a.example",
    filingOptions: "https://a.example",
    faq: "https://a.example",
    videos: "https://a.example",
    billOfRights: "https://a.example",
    businessLogon: null
  },
  contacts: { phone: "617-887-6367", tollFree: "800-392-6089", mailFrom: "MTCNoReply@dor.state.ma.us" },
  twoStepKinds: ["email"],
  trustedDeviceDays: 30,
  passwordPolicy: mtc2020.policy.logon.password,
  secretQuestions: [],
  phoneCountries: ["US"],
  pinDigits: 4,
  amountsReopenDays: 90
}

const bayside: Partner = {
  id: "mtcpk_test_bayside",
  name: "Bayside </script><script>alert(1)</script>",
  origins: ["http://127.0.0.1:4100", "https://bayside.example", "https://*.example", "https://bayside.example/path"],
  mode: "test",
  disabled: false
}

const names = ["mtc.js", "frame.js", "frame.css", "pages.js", "pages.css"]

/** A built widget: each file says its own name many times. */
const builtWidget = () => {
  const directory = mkdtempSync(join(tmpdir(), "mtc-logon-site-"))
  const manifest = Object.fromEntries(
    names.map((name) => {
      const text = `/* ${name} */`.repeat(100)
      const hash = createHash("sha384").update(text).digest()
      const hashed = name.replace(".", `.${hash.toString("hex").slice(0, 12)}.`)
      for (const each of [name, hashed]) writeFileSync(join(directory, each), text)
      return [name, { hashed, integrity: `sha384-${hash.toString("base64")}` }]
    })
  )
  writeFileSync(join(directory, "integrity.json"), JSON.stringify({ version: "0.1.0" }))
  writeFileSync(join(directory, "secret.pem"), "hush")
  mkdirSync(join(directory, "deeper"))
  return { directory, manifest, version: "0.1.0" }
}

const setup = () => {
  const partners = [bayside, { ...bayside, id: "mtcpk_live_gone", disabled: true }]
  const runtime = ManagedRuntime.make(
    Layer.succeed(Partners, {
      find: (id) => Effect.succeed(partners.find((partner) => partner.id === id) ?? null),
      keep: () => Effect.void
    })
  )
  const site = readWidgetSite(builtWidget())
  const answer = answerWith(runtime)
  const app = new Hono<HttpEnv>()
  app.use(requestId, securityHeaders)
  app.route("/", pageRoutes(answer, site, Effect.succeed(facts)))
  app.route("/", embedRoutes(answer, site, Effect.succeed(facts)))
  app.route("/", widgetRoutes(site))
  return { app, site }
}

const dataIn = (page: string): Record<string, unknown> =>
  JSON.parse(/<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/.exec(page)![1]!)

describe("the framed form", () => {
  test("may be shown by the partner's exact origins, and tells them to the page", async () => {
    const response = await setup().app.request("/embed/v1/create-logon?p=mtcpk_test_bayside")
    const policy = response.headers.get("content-security-policy")!
    const origins = ["http://127.0.0.1:4100", "https://bayside.example"]
    expect(response.status).toBe(200)
    expect(policy).toContain(`frame-ancestors ${origins.join(" ")}`)
    expect(policy).not.toContain("*")
    expect(policy).not.toContain("unsafe")
    expect(policy).toContain("trusted-types 'none'")
    expect(response.headers.get("x-frame-options")).toBeNull()
    expect(response.headers.get("cache-control")).toBe("no-store")
    expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin")
    expect(dataIn(await response.text())).toEqual({
      partnerId: bayside.id,
      partnerName: bayside.name,
      origins,
      locale: "en"
    })
  })

  test.each(["mtcpk_test_nobody", "mtcpk_live_gone", "", "'; frame-ancestors *", "mtcpk_test_bayside%0d%0aX: y"])(
    "of an unknown or disabled partner is refused, and nobody may show it: case %#",
    async (id) => {
      const response = await setup().app.request(`/embed/v1/create-logon?p=${id}`)
      expect(response.status).toBe(403)
      expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'")
    }
  )

  test("has no inline script and no inline style", async () => {
    const page = await (await setup().app.request("/embed/v1/create-logon?p=mtcpk_test_bayside")).text()
    const scripts = [...page.matchAll(/<script([^>]*)>/g)].map((found) => found[1])
    expect(scripts).toHaveLength(2)
    expect(scripts.every((attributes) => /type="application\/json"|src="/.test(attributes!))).toBe(true)
    expect(page).not.toMatch(/<style|style=|onload=/)
  })
})

describe("the Department's pages", () => {
  test.each([
    { path: "/", page: "home", title: "Welcome to MassTaxConnect - MassTaxConnect" },
    { path: "/register", page: "register", title: "Registration options - MassTaxConnect" },
    { path: "/activate", page: "activate", title: "Activate and log in - MassTaxConnect" },
    { path: "/account", page: "account", title: "Your MassTaxConnect home - MassTaxConnect" }
  ])("$path is the page $page, which nobody may frame", async ({ page, path, title }) => {
    const response = await setup().app.request(path)
    const text = await response.text()
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'")
    expect(response.headers.get("referrer-policy")).toBe("no-referrer")
    expect(text).toContain(`<title>${title}</title>`)
    expect(dataIn(text)).toMatchObject({ page, ...facts, supportedLocales: ["en"] })
  })

  test("name their files by hash, each with the integrity that its bytes have", async () => {
    const { app } = setup()
    const page = await (await app.request("/")).text()
    const files = [...page.matchAll(/(?:href|src)="(\/widget[^"]*)" integrity="sha384-([^"]*)"/g)]
    expect(files).toHaveLength(2)
    for (const [, path, integrity] of files) {
      const bytes = Buffer.from(await (await app.request(path!)).arrayBuffer())
      expect(createHash("sha384").update(bytes).digest("base64")).toBe(integrity)
    }
  })
})

describe("the widget's files", () => {
  test("of a version are kept without end, the moving ones for minutes", async () => {
    const { app } = setup()
    const exact = await app.request("/widget/0.1.0/mtc.js")
    const moving = await app.request("/widget/v1/mtc.js")
    expect(exact.headers.get("cache-control")).toBe("public,max-age=31536000,immutable")
    expect(moving.headers.get("cache-control")).toBe("public,max-age=300")
    expect(moving.headers.get("content-type")).toBe("text/javascript;charset=utf-8")
    expect(moving.headers.get("access-control-allow-origin")).toBe("*")
    expect(moving.headers.get("cross-origin-resource-policy")).toBe("cross-origin")
    expect(await moving.text()).toBe(await exact.text())
  })

  test("come compressed to whom takes it", async () => {
    const response = await setup().app.request("/widget/v1/mtc.js", { headers: { "accept-encoding": "gzip, br" } })
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get("content-encoding")).toBe("br")
    expect(brotliDecompressSync(bytes).toString()).toContain("/* mtc.js */")
  })

  test.each([
    "/widget/v1/secret.pem",
    "/widget/v1/deeper",
    "/widget/9.9.9/mtc.js",
    "/widget/v1/..%2fpackage.json",
    "/widget/v1/"
  ])("%s is none of them", async (path) => {
    expect((await setup().app.request(path)).status).toBe(404)
  })
})
