import { existingPassword } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchChromium } from "../harness/launchChromium.ts"
import { newestMailTo } from "../journeys/approvedPerson.ts"
import { linkCodeIn, securityCodeIn } from "../journeys/codesIn.ts"
import { somebody } from "../journeys/somebody.ts"
import { visitorOf } from "../journeys/visitorOf.ts"
import { axeViolations } from "./axeViolations.ts"
import { openSite } from "./openSite.ts"
import type { Site } from "./openSite.ts"
import { watchPages } from "./watchPages.ts"

/** Gina Rossi chose no secret question. */
const { email, username } = somebody("gina-has-logon").logons[0]!
const newPassword = "Harbor4Sails"

let site: Site
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: ReadonlyArray<string>
beforeAll(async () => {
  site = await openSite({ ids: "random" })
  browser = await launchChromium()
  context = await browser.newContext({ viewport: { width: 1000, height: 1000 } })
  context.setDefaultTimeout(15_000)
  complaints = watchPages(context)
  page = await context.newPage()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const press = (id: keyof typeof en) => page.getByRole("button", { name: en[id], exact: true }).press("Enter")
const heading = (name: string) => page.getByRole("heading", { name, exact: true }).first().waitFor()
const field = (id: keyof typeof en) => page.getByLabel(en[id], { exact: true })

/** Chromium's own authenticator of passkeys, for this page. */
const withAuthenticator = async () => {
  const cdp = await context.newCDPSession(page)
  await cdp.send("WebAuthn.enable")
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true
    }
  })
}

test("a forgotten password is replaced with the passkey, by the keyboard, on a page that is well made", async () => {
  await page.goto(`${site.origin}/log-in`)
  await field("field.username.label").fill(username)
  await field("field.password.label").fill(existingPassword)
  await press("log-in.button")
  await page.getByText("with your MassTaxConnect security code", { exact: false }).first().waitFor()
  await site.house.drain()
  await field("code.label").fill(securityCodeIn(newestMailTo(site.house, email)))
  await press("code.confirm")
  await heading("Welcome, GINA ROSSI")
  await withAuthenticator()
  await page.goto(`${site.origin}/security`)
  await heading(en["page.security.title"])
  await page.getByRole("button", { name: "Add: Passkey", exact: true }).press("Enter")
  await press("security.passkey.make")
  await page.getByText(en["security.ways.added"]).waitFor()

  await visitorOf(site.house).call("POST", "/v1/recovery/password", { body: { username } })
  await site.house.drain()
  await page.goto("about:blank")
  await page.goto(`${site.origin}/reset#${linkCodeIn(newestMailTo(site.house, email), "reset")}`)
  await field("reset.code-label").waitFor()
  expect(await axeViolations(page)).toEqual([])
  await press("reset.passkey")
  await page.getByRole("group", { name: en["step.problem.title"] }).waitFor()
  await field("new-password.label").fill(newPassword)
  await press("reset.passkey")
  await page.getByText(en["reset.done-title"]).first().waitFor()
  expect(await axeViolations(page)).toEqual([])
  const told = await visitorOf(site.house).call("POST", "/v1/sessions", { body: { username, password: newPassword } })
  expect(told.status).toBe(201)
  expect(complaints).toEqual([])
})
