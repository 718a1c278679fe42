import { once } from "node:events"
import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { existingPassword } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import { embedSnippet } from "@mtc-logon/widget/snippet"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { demoAddresses } from "../../apps/demo/src/demoAddresses.ts"
import { partnerSite } from "../../apps/demo/src/partnerSite.ts"
import { startServer } from "../faults/startServer.ts"
import type { StartedServer } from "../faults/startServer.ts"
import { freePort } from "../harness/freePort.ts"
import { launchChromium } from "../harness/launchChromium.ts"
import { root } from "../house/readSources.ts"
import { isAt, press } from "./fillStep.ts"

let server: StartedServer
let origins: ReadonlyArray<readonly [path: string, origin: string]>
let service: string
let browser: Browser
let page: Page
const sites: Server[] = []

/** A page of a developer's own, on an origin of its own, with this in its body. */
const serve = async (body: string): Promise<string> => {
  const site = createServer((_, response) => {
    response.setHeader("content-type", "text/html;charset=utf-8")
    response.end(`<!doctype html><html lang="en"><title>My page</title><link rel="icon" href="data:,"><body>${body}`)
  }).listen(0, "127.0.0.1")
  await once(site, "listening")
  sites.push(site)
  return `http://127.0.0.1:${(site.address() as AddressInfo).port}`
}

const snippetIn = (path: string): string => {
  const found = /```html\n([\s\S]*?<mtc-create-logon[\s\S]*?)\n```/.exec(readFileSync(join(root, path), "utf8"))
  if (found === null) throw new Error(`${path} has no snippet`)
  return found[1]!
}

const places = ["README.md", "packages/widget/README.md"].map((path) => ({ path, snippet: snippetIn(path) }))
const here = (snippet: string): string => snippet.replaceAll("http://localhost:8787", service)

beforeAll(async () => {
  const port = await freePort()
  service = `http://localhost:${port}`
  origins = await Promise.all(places.map(async ({ path, snippet }) => [path, await serve(here(snippet))] as const))
  const started = await startServer(
    {
      MTC_ENV: "development",
      ID_RANGES: "sandbox",
      PORT: String(port),
      PUBLIC_BASE_URL: service,
      DATA_DIR: "memory://",
      LOG_LEVEL: "silent",
      TEST_PARTNER_ORIGINS: origins.map(([, origin]) => origin).join(",")
    },
    ["start"],
    "dist"
  )
  if (!("port" in started)) throw new Error(started.said)
  server = started
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  for (const site of sites) site.close()
})
beforeEach(async () => {
  const context = await browser.newContext()
  context.setDefaultTimeout(15_000)
  page = await context.newPage()
  return () => context.close()
})

const form = () => page.frameLocator("mtc-create-logon iframe")

describe("the snippet of the documents", () => {
  test.each(places)("is the same in $path", ({ snippet }) => {
    expect(snippet).toBe(embedSnippet())
  })

  test("is what the demo's page embeds, and what it shows", async () => {
    const addresses = demoAddresses("http://localhost:8787", 4100)
    const response = await partnerSite(addresses).request(`${addresses.partner}/create-logon`, {
      headers: { host: new URL(addresses.partner).host }
    })
    const text = await response.text()
    expect(text.includes(embedSnippet())).toBe(true)
    const shown = embedSnippet().replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
    expect(text.includes(shown)).toBe(true)
  })

  test.each(places)("opens the form on a page of one's own: $path", async ({ path }) => {
    await page.goto(origins.find(([each]) => each === path)![1])
    await isAt(form(), "taxpayer-type")
  })
})

describe("a page that may not show the form", () => {
  /** What the page and its console are told, once it has been told. */
  const refusalOn = async (body: string) => {
    const said = page.waitForEvent("console", { predicate: (message) => message.text().includes("<mtc-create-logon>") })
    const origin = await serve(
      `<script>const told = new Promise((done) => addEventListener("mtc-error", ({ detail }) => done(detail)))</script>${body}`
    )
    await page.goto(origin)
    const told = await page.evaluate("told")
    return { origin, told, console: (await said).text() }
  }

  test("shows the reason and the setting that mends it, in the frame's place and in the console", async () => {
    const { console, origin, told } = await refusalOn(here(embedSnippet()))
    expect(told).toEqual({ v: 1, code: "origin_not_allowed" })
    await form().getByRole("heading", { name: en["dev.refusal.title"] }).waitFor()
    const fix = `TEST_PARTNER_ORIGINS=${origin}`
    expect(await form().locator("main").innerText()).toContain(fix)
    expect(console).toContain(fix)
  })

  test("is told which ID the test partner has, where nobody has the one it gives", async () => {
    const { console, told } = await refusalOn(here(embedSnippet()).replace("bayside", "nobody"))
    expect(told).toEqual({ v: 1, code: "partner_unknown" })
    expect(await form().locator("pre").innerText()).toBe('partner-id="mtcpk_test_bayside"')
    expect(console).toContain("mtcpk_test_nobody")
  })
})

describe("the development tools, beside the page files that production serves", () => {
  test("type each step of a person, and the form takes what they typed", async () => {
    await page.goto(origins[0]![1])
    await isAt(form(), "taxpayer-type")
    await form().getByRole("combobox", { name: en["dev.fill.label"] }).selectOption({ label: "LARRY MO" })
    await form()
      .getByRole("button", { name: en["dev.fill.button"].replace("{name}", "LARRY MO") })
      .press("Enter")
    for (const step of [
      "taxpayer-type",
      "taxpayer-id",
      "verification-type",
      "tax-amount",
      "profile",
      "logon",
      "profile-access",
      "terms"
    ]) {
      await isAt(form(), step)
      await form().locator(`aside[data-filled="${step}"]`).waitFor()
      await press(form(), "next")
    }
    await isAt(form(), "summary")
  })

  test("fill in the security code that was sent", async () => {
    await page.goto(`${service}/log-in`)
    await page.getByLabel(en["field.username.label"], { exact: true }).fill("g.rossi")
    await page.getByLabel(en["field.password.label"], { exact: true }).fill(existingPassword)
    await page.getByRole("button", { name: en["log-in.button"] }).press("Enter")
    await page.getByRole("button", { name: en["dev.populate"] }).press("Enter")
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>("input.mtc-code")?.value.length === 6)
    await page.getByRole("button", { name: en["code.confirm"] }).press("Enter")
    await page.getByRole("heading", { name: en["account.messages"] }).waitFor()
  })
})
