import type { Person } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { launchChromium } from "../harness/launchChromium.ts"
import { activePerson, newestMailTo } from "../journeys/approvedPerson.ts"
import { letterIdIn, linkCodeIn, securityCodeIn } from "../journeys/codesIn.ts"
import { somebody } from "../journeys/somebody.ts"
import { visitorOf } from "../journeys/visitorOf.ts"
import { axeViolations } from "./axeViolations.ts"
import { openSite } from "./openSite.ts"
import type { Site } from "./openSite.ts"
import { watchPages } from "./watchPages.ts"

const larrys = Array.from({ length: 6 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `9001170${String(last).padStart(2, "0")}`,
    wish: { username: `pages.${last}`, email: `pages${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)
let used = 0

describe("profile, recovery and letters, in Chromium", () => {
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let complaints: ReadonlyArray<string>
  beforeAll(async () => {
    site = await openSite({ alsoOnFile: larrys, ids: "random" })
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

  const active = async () => {
    const person = larrys[used++]!
    return { ...(await activePerson(site.house, person)), person }
  }
  const at = (path: string) => page.goto(`${site.origin}${path}`)
  /** Leaves the page first: a link that differs in its fragment alone would not load. */
  const openLink = async (path: string) => {
    await page.goto("about:blank")
    await at(path)
  }
  const title = (id: keyof typeof en) => page.getByRole("heading", { level: 1, name: en[id], exact: true }).waitFor()
  const field = (id: keyof typeof en) => page.getByLabel(en[id], { exact: true })
  const press = (id: keyof typeof en) => page.getByRole("button", { name: en[id], exact: true }).click()
  const says = (text: string) => page.getByText(text).first().waitFor()
  const isClean = async () => expect(await axeViolations(page)).toEqual([])
  /** Goes on with Tab alone until the focus is on what has this name. */
  const tabTo = async (name: string) => {
    for (let steps = 0; steps < 60; steps++) {
      await page.keyboard.press("Tab")
      const here = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement | null
        return element?.labels?.[0]?.textContent ?? element?.textContent ?? ""
      })
      if (here.trim().startsWith(name)) return
    }
    throw new Error(`Tab never came to ${name}`)
  }

  const logIn = async (
    { credentials, target }: Awaited<ReturnType<typeof active>>,
    password = credentials.password
  ) => {
    site.house.clock.advance("31 seconds")
    await page.getByLabel(en["field.username.label"], { exact: true }).fill(credentials.username)
    await field("field.password.label").fill(password)
    await press("log-in.button")
    await says("An email with your MassTaxConnect security code")
    await site.house.drain()
    await field("code.label").fill(securityCodeIn(newestMailTo(site.house, target)))
    await press("code.confirm")
  }

  test("a forgotten password, with the keyboard alone: mail, link, secret answer, a new password, log in", async () => {
    const it = await active()
    const before = (await site.house.audit()).length
    await at("/log-in")
    await tabTo(en["log-in.forgot"])
    await page.keyboard.press("Enter")
    await title("page.forgot.title")
    await isClean()
    await tabTo(en["field.username.label"])
    await page.keyboard.press("Enter")
    await says(en["issue.username-missing"])
    await isClean()
    await tabTo(en["field.username.label"])
    await page.keyboard.type(it.person.wish.username)
    await page.keyboard.press("Enter")
    await says(en["forgot.sent-title"])
    await isClean()
    await site.house.drain()

    const code = linkCodeIn(newestMailTo(site.house, it.person.wish.email), "reset")
    await openLink(`/reset#${code}`)
    await says(en["secret-question.city-met-spouse"])
    expect(page.url()).toBe(`${site.origin}/reset`)
    await isClean()
    await tabTo(en["secret-question.city-met-spouse"])
    await page.keyboard.type("Worcester")
    await tabTo(en["new-password.label"])
    await page.keyboard.type("Harbor4Sails")
    await page.keyboard.press("Enter")
    await says(en["problem.answer-refused"])
    await isClean()
    await tabTo(en["secret-question.city-met-spouse"])
    await page.keyboard.press("ControlOrMeta+A")
    await page.keyboard.type("boston")
    await page.keyboard.press("Enter")
    await says(en["reset.done-title"])
    await isClean()

    await openLink(`/reset#${code}`)
    await says(en["problem.link-refused"])
    await at("/log-in")
    await logIn(it, "Harbor4Sails")
    await says("Welcome, LARRY MO")
    const types = (await site.house.audit()).slice(before).map(({ type }) => type)
    await expect(JSON.stringify(types, null, 2) + "\n").toMatchFileSnapshot("goldens/forgotten-password.audit.json")
  })

  test("Manage My Profile: a new name, a new address by its link, a new password after the old one is typed again", async () => {
    await context.clearCookies()
    const it = await active()
    const { house } = site
    const before = (await house.audit()).length
    await at("/log-in")
    await logIn(it)
    await page.getByRole("link", { name: en["account.manage"] }).click()
    await title("page.profile.title")
    await says(en["my-profile.activity.title"])
    await isClean()

    await page.getByRole("button", { name: `${en["summary.change"]} ${en["field.name.label"]}` }).click()
    await isClean()
    await field("field.name.label").fill("")
    await press("my-profile.save")
    await says(en["issue.name-missing"])
    await isClean()
    await field("field.name.label").fill("LAWRENCE MO")
    await press("my-profile.save")
    await says(en["my-profile.saved"])
    await says("LAWRENCE MO")

    const email = `new.${it.person.wish.email}`
    await page.getByRole("button", { name: `${en["summary.change"]} ${en["field.email.label"]}` }).click()
    await isClean()
    await field("wrong-email.email").fill(email)
    await field("wrong-email.confirm").fill(email)
    await press("my-profile.email.button")
    await says(en["my-profile.email.sent"])
    await house.drain()
    const link = linkCodeIn(newestMailTo(house, email), "profile")
    await openLink(`/profile#${link}`)
    await says(en["my-profile.email.confirm-title"])
    await isClean()
    await press("my-profile.email.confirm")
    await says(en["my-profile.email.confirmed"])
    await says(email)

    house.clock.advance("10 minutes")
    await page.reload()
    await title("page.profile.title")
    house.clock.advance("11 minutes")
    await page.getByRole("button", { name: `${en["summary.change"]} ${en["field.password.label"]}` }).click()
    await isClean()
    await field("new-password.label").fill("Harbor4Sails")
    await field("field.confirm-password.label").fill("Harbor4Sails")
    await press("my-profile.save")
    await says(en["my-profile.password-again.text"])
    await isClean()
    await field("my-profile.password-again.label").fill(it.credentials.password)
    await press("my-profile.password-again.button")
    await says(en["my-profile.password.saved"])
    await isClean()
    expect((await it.visitor.call("GET", "/v1/me")).status).toBe(401)
    const types = (await house.audit()).slice(before).map(({ type }) => type)
    await expect(JSON.stringify(types, null, 2) + "\n").toMatchFileSnapshot("goldens/profile.audit.json")
  })

  test("the link to a new address waits while one logs in", async () => {
    await context.clearCookies()
    const it = await active()
    const email = `waits.${it.person.wish.email}`
    await it.visitor.call("PATCH", "/v1/me/profile", { body: { email, confirmEmail: email } })
    await site.house.drain()
    await openLink(`/profile#${linkCodeIn(newestMailTo(site.house, email), "profile")}`)
    await says(en["page.log-in-first"])
    await isClean()
    await page.getByRole("button", { name: en["page.log-in.title"], exact: true }).click()
    await logIn(it)
    await press("my-profile.email.confirm")
    await says(en["my-profile.email.confirmed"])
  })

  test("this was not me: opening the link changes nothing, the button closes the logon", async () => {
    await context.clearCookies()
    const it = await active()
    await it.visitor.call("PATCH", "/v1/me/profile", { body: { name: "SOMEBODY ELSE" } })
    await site.house.drain()
    const code = linkCodeIn(newestMailTo(site.house, it.person.wish.email), "not-me")
    for (let opened = 0; opened < 3; opened++) {
      await openLink(`/not-me#${code}`)
      await title("page.not-me.title")
      await visitorOf(site.house)
        .call("GET", "/not-me")
        .catch(() => undefined)
    }
    expect((await it.visitor.call("GET", "/v1/me")).status).toBe(200)
    expect(await field("not-me.code-label").inputValue()).toMatch(/^[\dA-Z]{4}(?:-[\dA-Z]{4}){3}$/u)
    await isClean()
    await press("not-me.button")
    await says(en["not-me.done-title"])
    await isClean()
    expect((await it.visitor.call("GET", "/v1/me")).status).toBe(401)
  })

  test("a letter is asked for, and comes", async () => {
    const person = larrys[used++]!
    await at("/letter")
    await title("page.letter.title")
    await press("letter-page.button")
    await says(en["issue.id-missing"])
    await isClean()
    await field("letter-page.id-label").fill(person.id)
    await press("letter-page.button")
    await says(en["letter-page.done-title"])
    await isClean()
    await site.house.drain()
    expect(letterIdIn(site.house.letters.at(-1)!.text)).toMatch(/^L\d{10}$/u)
  })

  test("nothing of it reflows badly on a small screen, and no page complains", async () => {
    await page.setViewportSize({ width: 320, height: 640 })
    for (const path of ["/forgot", "/reset", "/not-me", "/letter", "/profile"]) {
      await openLink(path)
      await page.getByRole("heading", { level: 1 }).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    }
    expect(complaints).toEqual([])
  })
})
