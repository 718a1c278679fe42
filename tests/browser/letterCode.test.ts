import { typedPassword } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchChromium } from "../harness/launchChromium.ts"
import { activePerson, newestMailTo } from "../journeys/approvedPerson.ts"
import { letterIdIn, securityCodeIn } from "../journeys/codesIn.ts"
import { somebody } from "../journeys/somebody.ts"
import { visitorOf } from "../journeys/visitorOf.ts"
import { axeViolations } from "./axeViolations.ts"
import { openSite } from "./openSite.ts"
import type { Site } from "./openSite.ts"
import { watchPages } from "./watchPages.ts"

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

test("D-25 a Master Administrator types the letter ID on Manage My Profile, and closes registration at once", async () => {
  const larry = somebody("larry-mo")
  const { credentials, target } = await activePerson(site.house, larry)
  site.house.clock.advance("1 hour")
  await page.goto(`${site.origin}/log-in`)
  await field("field.username.label").fill(credentials.username)
  await field("field.password.label").fill(typedPassword)
  await press("log-in.button")
  await page.getByText("with your MassTaxConnect security code", { exact: false }).first().waitFor()
  await site.house.drain()
  await field("code.label").fill(securityCodeIn(newestMailTo(site.house, target)))
  await press("code.confirm")
  await heading("Welcome, LARRY MO")
  await visitorOf(site.house).call("POST", "/v1/letter-requests", { body: { idType: "SSN", id: larry.id } })
  await site.house.drain()
  const letterId = letterIdIn(site.house.letters.findLast(({ text }) => /\bL\d{10}\b/u.test(text))!.text)

  await page.goto(`${site.origin}/profile`)
  await heading(en["my-profile.letter-code.title"])
  await page.getByText("For 14 days from your first log-in").waitFor()
  expect(await axeViolations(page)).toEqual([])
  await press("my-profile.letter-code.button")
  await page.getByRole("link", { name: en["issue.letter-id-missing"] }).waitFor()
  await field("field.letter-id.label").fill("L0000009999")
  await press("my-profile.letter-code.button")
  await page.getByText(en["problem.letter-refused"]).waitFor()
  expect(await axeViolations(page)).toEqual([])
  await field("field.letter-id.label").fill(letterId.toLowerCase())
  await press("my-profile.letter-code.button")
  await page.getByText(en["my-profile.letter-code.done"]).waitFor()
  await press("my-profile.lock.close")
  await page.getByText(en["my-profile.lock.is-closed"]).waitFor()
  expect(await axeViolations(page)).toEqual([])
  expect(complaints.filter((line) => !line.includes("422"))).toEqual([])
})
