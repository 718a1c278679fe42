import { mtc2020 } from "@mtc-logon/core/rule-sets"
import { en } from "@mtc-logon/core/wording"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { launchChromium } from "../harness/launchChromium.ts"
import { somebody } from "../journeys/somebody.ts"
import { axeViolations } from "./axeViolations.ts"
import { isAt, press } from "./fillStep.ts"
import { openForm, openStep } from "./openStep.ts"
import type { Mode } from "./openStep.ts"
import { openSite } from "./openSite.ts"
import type { Site } from "./openSite.ts"
import { picture } from "./picture.ts"
import { watchPages } from "./watchPages.ts"

let site: Site
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: Array<string>
beforeAll(async () => {
  site = await openSite({ ids: "random" })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(10_000)
  complaints = watchPages(context)
  page = await context.newPage()
})
afterEach(async () => {
  await context.close()
  expect(complaints).toEqual([])
})

const { accountTypes, contacts } = mtc2020.policy
const namesFor = (idType: "SSN" | "ITIN") =>
  Object.values(accountTypes)
    .filter(({ idTypes }) => idTypes.includes(idType))
    .map(({ label }) => en[label as keyof typeof en])

describe.each<Mode>(["framed", "inline"])("the built form, %s,", (mode) => {
  const open = async () => {
    const screen = await openForm(site, page, mode)
    if (mode === "inline") await screen.getByRole("button", { name: en["registration-options.create"] }).press("Enter")
    await isAt(screen, "taxpayer-type")
    return screen
  }

  test("offers each account type by its own name, and names what to have ready for it", async () => {
    const screen = await open()
    await screen.getByText(en["have-ready.others"], { exact: true }).press("Enter")
    for (const name of namesFor("SSN").slice(1)) await screen.getByText(name, { exact: true }).waitFor()
    await screen.getByRole("radio", { name: en["field.taxpayer-type.individual"], exact: true }).press("Space")
    await press(screen, "next")
    await isAt(screen, "taxpayer-id")
    const options = screen.getByLabel(en["field.account-type.label"], { exact: true }).getByRole("option")
    for (const idType of ["SSN", "ITIN"] as const) {
      const radio = en[idType === "SSN" ? "field.id-type.ssn" : "field.id-type.itin"]
      await screen.getByRole("radio", { name: radio, exact: true }).press("Space")
      await expect.poll(() => options.allTextContents()).toEqual(namesFor(idType))
    }
  })

  test("says to a business what this form does not do yet and what to do instead, and leads to no page of ours", async () => {
    const screen = await open()
    await screen.getByRole("radio", { name: en["field.taxpayer-type.business"], exact: true }).press("Space")
    const told = screen.getByRole("group", { name: en["taxpayer-type.business.title"] })
    await told.waitFor()
    const text = await told.innerText()
    for (const phone of [contacts.phone, contacts.tollFree]) expect(text).toContain(phone)
    const link = told.getByRole("link", { name: en["taxpayer-type.business.link"] })
    expect(await link.getAttribute("href")).toBe(site.house.settings.linkBusinessLogon)
    expect(await screen.getByRole("button", { name: en["button.next"], exact: true }).count()).toBe(0)
    for (const one of await screen.getByRole("main").getByRole("link").all())
      expect(await one.evaluate((a) => (a as HTMLAnchorElement).pathname)).not.toBe(
        mode === "framed" ? "/embed/v1/create-logon" : "/register"
      )
    expect(await axeViolations(page)).toEqual([])
    await picture(page, `1280-${mode}-business`)
    await page.setViewportSize({ width: 320, height: 640 })
    await picture(page, `320-${mode}-business`)
  })

  test("asks for the secret questions by their own words", async () => {
    const { screen } = await openStep(site, page, mode, somebody(mode === "framed" ? "jo-joint" : "larry-mo"), "logon")
    const options = screen.getByLabel(en["field.secret-question.label"], { exact: true }).getByRole("option")
    expect((await options.allTextContents()).slice(1)).toEqual(
      mtc2020.policy.logon.secretQuestions.map((id) => en[`secret-question.${id}` as keyof typeof en])
    )
  })
})

test("no page of ours has a link to the page that it is on", async () => {
  const paths = ["/", "/register", "/log-in", "/activate", "/two-step", "/security-code", "/account", "/security"]
  const circles: string[] = []
  for (const path of [...paths, "/terms", "/profile", "/forgot", "/reset", "/not-me", "/letter"]) {
    await page.goto(site.origin + path)
    await page.getByRole("heading").first().waitFor()
    for (const link of await page.getByRole("link").all()) {
      const leads = await link.evaluate((a: HTMLAnchorElement) => ({
        to: a.origin + a.pathname,
        hash: a.hash,
        is: a.getAttribute("aria-current")
      }))
      if (leads.to === site.origin + path && leads.hash === "" && leads.is !== "page")
        circles.push(`${path}: ${await link.innerText()}`)
    }
  }
  expect(circles).toEqual([])
})
