import { answersOf, typedPassword } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import type { Locator, Page } from "playwright-core"
import { beforeEach, describe, expect, test } from "vitest"
import { activePerson, approvedPerson, newestMailTo } from "../journeys/approvedPerson.ts"
import { securityCodeIn } from "../journeys/codesIn.ts"
import { somebody } from "../journeys/somebody.ts"
import { axeViolations } from "./axeViolations.ts"
import { isAt } from "./fillStep.ts"
import type { Visit } from "./openVisit.ts"
import { picture } from "./picture.ts"
import { useVisits } from "./useVisits.ts"

const visits = useVisits({ ids: "random" })
let page: Page
let visit: Visit
beforeEach(async () => {
  visit = await visits.visit()
  page = visit.page
})

const isWellMade = async (name: string) => {
  expect(await axeViolations(page)).toEqual([])
  await picture(page, `1280-page-${name}`)
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await picture(page, `320-page-${name}`)
  await page.setViewportSize({ width: 1280, height: 900 })
}
const button = (name: string) => page.getByRole("button", { name, exact: true })
const logIn = async (username: string, password = typedPassword) => {
  await page.getByLabel(en["field.username.label"], { exact: true }).fill(username)
  await page.getByLabel(en["field.password.label"], { exact: true }).fill(password)
  await button(en["log-in.button"]).press("Enter")
}
const enterCode = async (code: string) => {
  await page.getByLabel(en["code.label"], { exact: true }).fill(code)
  await button(en["code.confirm"]).press("Enter")
}

describe("the Department's own pages", () => {
  test("home, options, log-in and activation are well made", async () => {
    for (const [path, name, title] of [
      ["/", "home", en["page.home.title"]],
      ["/register", "register", en["registration-options.title"]],
      ["/log-in", "log-in", en["page.log-in.title"]],
      ["/activate", "activate", en["page.activate.title"]],
      ["/account", "account-out", en["account.title-out"]],
      ["/security-code", "security-code-out", en["code.title"]]
    ] as const) {
      await page.goto(visits.site.origin + path)
      await page.getByRole("heading", { name: title }).first().waitFor()
      await isWellMade(name)
    }
  })

  test("log-in says what is missing and what is wrong, and never which", async () => {
    await page.goto(`${visits.site.origin}/log-in`)
    await button(en["log-in.button"]).press("Enter")
    await page.getByRole("group", { name: en["step.problem.title"] }).waitFor()
    await isWellMade("log-in-empty")
    await logIn("nobody.at.all")
    await page.getByText(en["log-in.failed"]).waitFor()
    const shown = await page.locator("main").innerText()
    await logIn("g.rossi", "Wrong4Word")
    await page.getByText(en["log-in.failed"]).waitFor()
    expect(await page.locator("main").innerText()).toBe(shown)
  })

  test("a first log-in leads through set-up and code to the home page; each page is well made", async () => {
    const { activationCode, credentials } = await approvedPerson(visits.site.house, somebody("larry-mo"))
    await page.goto(`${visits.site.origin}/log-in`)
    await logIn(credentials.username)
    await page.getByText(en["log-in.activation.missing"]).waitFor()
    await isWellMade("activation-missing")
    await page.goto(`${visits.site.origin}/activate#${activationCode}`)
    // The code is out of the address bar before anybody could send it on.
    await page.getByText(en["page.activate.text"]).waitFor()
    await isWellMade("activate-with-code")
    await logIn(credentials.username)
    await page.getByRole("heading", { name: en["two-step.title"] }).waitFor()
    await isWellMade("two-step")
    await page.reload()
    await button(en["two-step.email.button"]).press("Enter")
    await page.getByLabel(en["two-step.email.label"]).fill("not an address")
    await button(en["two-step.email.save"]).press("Enter")
    await page.getByRole("group", { name: en["step.problem.title"] }).waitFor()
    await isWellMade("add-email-wrong")
    await page.getByLabel(en["two-step.email.label"]).fill("codes@example.org")
    await button(en["two-step.email.save"]).press("Enter")
    await page.getByText("was sent to codes@example.org").waitFor()
    await isWellMade("code-set-up")
    await enterCode("999999")
    await page.getByRole("link", { name: en["issue.security-code-wrong"] }).waitFor()
    await isWellMade("code-wrong")
    await visits.site.house.drain()
    await enterCode(securityCodeIn(newestMailTo(visits.site.house, "codes@example.org")))
    await page.getByText(en["two-step.done.title"]).waitFor()
    await button(en["two-step.confirm"]).press("Enter")
    await page.getByRole("heading", { name: "Welcome, LARRY MO" }).waitFor()
    await isWellMade("account")
    await page.reload()
    await page.getByRole("heading", { name: "Welcome, LARRY MO" }).waitFor()
    await button(en["account.log-out"]).press("Enter")
    await page.getByRole("heading", { name: en["page.home.title"] }).waitFor()
    await page.goBack()
    expect(await page.getByText("LARRY MO").count()).toBe(0)
  })

  test("a code at log-in is asked for with the address masked, and a reload sends no second one", async () => {
    const { credentials, target } = await activePerson(visits.site.house, somebody("jo-joint"))
    visits.site.house.clock.advance("1 hour")
    await page.goto(`${visits.site.origin}/log-in`)
    await logIn(credentials.username)
    await page.getByLabel(en["code.trust"]).waitFor()
    expect(await page.locator("main").innerText()).not.toContain(target)
    await isWellMade("code-log-in")
    await visits.site.house.drain()
    const before = visits.site.house.mails.length
    await page.reload()
    await page.getByLabel(en["code.trust"]).waitFor()
    await visits.site.house.drain()
    expect(visits.site.house.mails).toHaveLength(before)
    await enterCode(securityCodeIn(newestMailTo(visits.site.house, target)))
    await page.getByRole("heading", { name: "Welcome, JO JOINT" }).waitFor()
  })
})

describe("a mail scanner", () => {
  test.each([true, false])(
    "that opens the link in a browser of its own (with scripts: %s) activates nothing and makes no session",
    async (javaScriptEnabled) => {
      const person = somebody(javaScriptEnabled ? "amy-amended" : "rod-adjusted")
      const { activationCode, logIn: first } = await approvedPerson(visits.site.house, person)
      const before = await visits.site.house.audit()
      const scanner = await visits.browser.newContext({ javaScriptEnabled })
      const asked: string[] = []
      for (let at = 0; at < 3; at++) {
        const scanned = await scanner.newPage()
        scanned.on("request", (request) => asked.push(`${request.method()} ${request.url()}`))
        await scanned.goto(`${visits.site.origin}/activate#${activationCode}`)
        await scanned.waitForLoadState("networkidle")
        await scanned.close()
      }
      expect(await scanner.cookies()).toEqual([])
      await scanner.close()
      expect(asked.filter((call) => !call.startsWith("GET ") || call.includes(activationCode))).toEqual([])
      expect(await visits.site.house.audit()).toEqual(before)
      expect((await first({ activationCode })).status).toBe(201)
    }
  )
})

describe("by the keyboard alone", () => {
  /** Goes on by Tab until the focus is there; each place on the way shows that it has it. */
  const tabTo = async (place: Locator) => {
    for (let at = 0; at < 40; at++) {
      if (await place.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press("Tab")
      const isSeen = await page.evaluate(() => {
        const element = document.activeElement
        if (element === null || element === document.body) return true
        const { boxShadow, outlineStyle, outlineWidth } = getComputedStyle(element)
        return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none"
      })
      expect(isSeen, await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))).toBe(true)
    }
    throw new Error(`the focus does not come to ${String(place)}`)
  }
  const type = async (label: string, text: string) => {
    await tabTo(page.getByLabel(label, { exact: true }))
    await page.keyboard.type(text)
  }
  const choose = async (label: string) => {
    const radio = page.getByRole("radio", { name: label, exact: true })
    const first = page.getByRole("radio").first()
    // The way into a group is its first, or the one that is chosen; from there the arrows go.
    const name = await radio.getAttribute("name")
    const group = page.locator(`input[type=radio][name="${name}"]`)
    const checked = group.and(page.locator(":checked"))
    await tabTo((await checked.count()) > 0 ? checked : group.first())
    expect(await first.count()).toBe(1)
    for (let at = 0; at < 6 && !(await radio.isChecked()); at++)
      await page.keyboard.press(at === 0 && (await checked.count()) === 0 ? "Space" : "ArrowDown")
    expect(await radio.isChecked()).toBe(true)
  }
  const next = async () => {
    await tabTo(page.getByRole("button", { name: en["button.next"], exact: true }))
    await page.keyboard.press("Enter")
  }

  test("somebody gets from the first screen to the confirmation, and always sees where they are", async () => {
    const person = somebody("ivan-itin", { wish: { ...somebody("ivan-itin").wish, username: "ivan.keys" } })
    const typed = Object.fromEntries(answersOf(person).map(({ step, text }) => [step, text])) as Record<
      string,
      Record<string, string>
    >
    await page.goto(`${visits.site.origin}/register`)
    await page.getByRole("heading", { name: en["registration-options.title"] }).waitFor()
    await tabTo(page.getByRole("button", { name: en["registration-options.create"] }))
    await page.keyboard.press("Enter")
    await isAt(page, "taxpayer-type")
    await choose(en["field.taxpayer-type.individual"])
    await next()
    await isAt(page, "taxpayer-id")
    await choose(en["field.id-type.itin"])
    await type(en["field.id.itin"], typed["taxpayer-id"]!["id"]!)
    await type(en["field.id.itin-confirm"], typed["taxpayer-id"]!["id"]!)
    await next()
    await isAt(page, "verification-type")
    await choose(en["field.verification-type.amount"])
    await next()
    await isAt(page, "tax-amount")
    await choose(en["field.amount-kind.tax-return"])
    await type(en["field.amount.tax-return"], "230.15")
    // Enter in a field sends the step.
    await page.keyboard.press("Enter")
    await isAt(page, "profile")
    await type(en["field.name.label"], person.name)
    await choose(en["field.phone-type.cell"])
    await type(en["field.phone-number.label"], person.wish.phoneNumber)
    await type(en["field.pin.label"].replace("{digits}", "4"), "1234")
    await type(en["field.email.label"], person.wish.email)
    await type(en["field.confirm-email.label"], person.wish.email)
    await next()
    await isAt(page, "logon")
    await type(en["field.username.label"], person.wish.username)
    await type(en["field.password.label"], typedPassword)
    await type(en["field.confirm-password.label"], typedPassword)
    await tabTo(page.getByLabel(en["field.secret-question.label"], { exact: true }))
    await page.keyboard.press("ArrowDown")
    await type(en["field.secret-answer.label"], "Boston")
    await next()
    await isAt(page, "profile-access")
    await next()
    await isAt(page, "terms")
    await tabTo(page.getByLabel(en["field.accepted.label"], { exact: true }))
    await page.keyboard.press("Space")
    await next()
    await isAt(page, "summary")
    await tabTo(button(en["button.cancel"]))
    await page.keyboard.press("Enter")
    await page.keyboard.press("Escape")
    await page.getByRole("dialog").waitFor({ state: "detached" })
    await tabTo(button(en["button.submit"]))
    await page.keyboard.press("Enter")
    await isAt(page, "confirmation")
  })
})

test("no page of ours has a link to the page that it is on", async () => {
  const paths = ["/", "/register", "/log-in", "/activate", "/two-step", "/security-code", "/account", "/security"]
  const circles: string[] = []
  for (const path of [...paths, "/terms", "/profile", "/forgot", "/reset", "/not-me", "/letter"]) {
    await page.goto(visits.site.origin + path)
    await page.getByRole("heading").first().waitFor()
    await page.getByText(en["request.loading"]).waitFor({ state: "detached" })
    const leads = await page.getByRole("link").evaluateAll((found) =>
      found.map((a) => {
        const { hash, innerText, origin, pathname } = a as HTMLAnchorElement
        return { to: origin + pathname, hash, is: a.getAttribute("aria-current"), innerText }
      })
    )
    for (const { hash, innerText, is, to } of leads)
      if (to === visits.site.origin + path && hash === "" && is !== "page") circles.push(`${path}: ${innerText}`)
  }
  expect(circles).toEqual([])
})
