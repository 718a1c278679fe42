import { answersOf } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import type { Page } from "playwright-core"
import { beforeEach, describe, expect, test } from "vitest"
import { somebody, stranger } from "../journeys/somebody.ts"
import { visitorOf } from "../journeys/visitorOf.ts"
import { axeViolations } from "./axeViolations.ts"
import { fillStep, isAt, press } from "./fillStep.ts"
import { openStep } from "./openStep.ts"
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

const wrong = { verificationType: "amount", amountKind: "taxReturnAmount", amount: "55.55" } as const
const evidenceOf = (person: Person) => answersOf(person).find(({ step }) => step === "tax-amount")!.text as never
/** A sentence up to its first parameter. */
const opening = (id: keyof typeof en): string => en[id].split("{")[0]!.trim()

describe("a person who is not matched", () => {
  test.each([
    ["a wrong amount", somebody("larry-mo", { evidence: wrong })],
    ["a number that nobody has", stranger({ evidence: wrong })]
  ])("is told so in the same words, with what to try next: %s", async (what, person) => {
    const { screen } = await openStep(visits.site, page, "inline", person, "tax-amount")
    await fillStep(screen, "tax-amount", evidenceOf(person))
    await press(screen, "next")
    await page.getByText(en["problem-alert.not-matched.title"]).waitFor()
    expect(await page.locator(":focus").getAttribute("data-focus")).toBe("alert")
    const shown = (await page.locator("main").innerText()).replaceAll("9999", "6789")
    matched ??= shown
    expect(shown).toBe(matched)
    expect(shown).not.toMatch(/attempt|tries left/i)
    expect(await page.locator("[aria-invalid]").count()).toBe(0)
    expect(await axeViolations(page)).toEqual([])
    await picture(page, `1280-not-matched-${what.replaceAll(" ", "-")}`)
    await page.getByRole("button", { name: en["problem-alert.use-letter"] }).press("Enter")
    await isAt(screen, "verification-type")
  })
  let matched: string | undefined

  test("is told at a lock until when, and that a letter goes on", async () => {
    const person = somebody("ivan-itin")
    const { request, screen } = await openStep(visits.site, page, "inline", person, "tax-amount")
    for (const amount of ["1.01", "2.02", "3.03", "4.04", "5.05"])
      await request.answer("tax-amount", { amountKind: "taxReturnAmount", amount })
    await fillStep(screen, "tax-amount", evidenceOf(person))
    await press(screen, "next")
    await page.getByText(en["problem-alert.locked.title"]).waitFor()
    expect(await page.locator("main").innerText()).toContain("11/21/2020")
    expect(await axeViolations(page)).toEqual([])
    await picture(page, "1280-locked")
  })
})

describe("a request that is not approved", () => {
  test.each([
    ["referred", "hal-hold"],
    ["denied", "cleo-closed-account"]
  ])("%s: the confirmation says to call, by itself, in words that tell no reason", async (status, story) => {
    const { request, screen } = await openStep(visits.site, page, "inline", somebody(story))
    await press(screen, "submit")
    await page.getByText(en["status.submitted"]).waitFor()
    await visits.site.house.drain()
    await page.getByText(opening("status.referred")).waitFor()
    expect((await request.read()).body.status).toBe(status)
    const shown = (await page.locator("main").innerText()).replace(somebody(story).wish.username, "")
    expect(shown).not.toMatch(/theft|on hold|closed|denied|deceased/i)
    expect(await axeViolations(page)).toEqual([])
    await picture(page, `1280-${status}`)
  })
})

describe("what happened meanwhile", () => {
  test("a username that somebody took leads back to its step, and a new one goes", async () => {
    const { screen } = await openStep(visits.site, page, "inline", somebody("jo-joint"))
    const { request } = await visitorOf(visits.site.house).walk(
      somebody("sam-spouse", { wish: { ...somebody("sam-spouse").wish, username: "Jo.Joint" } })
    )
    await request.submit()
    await press(screen, "submit")
    await isAt(screen, "logon")
    await page.getByRole("link", { name: en["issue.username-taken"] }).waitFor()
    await fillStep(screen, "logon", {
      username: "jo.joint.2",
      password: "GoodElmo2020",
      confirmPassword: "GoodElmo2020",
      secretQuestion: "first-pet",
      secretAnswer: "Rex"
    })
    await press(screen, "next")
    await isAt(screen, "summary")
    await press(screen, "submit")
    await isAt(screen, "confirmation")
  })

  test("a request whose time is over says that it was cleared", async () => {
    const { screen } = await openStep(visits.site, page, "inline", somebody("amy-amended"), "profile")
    visits.site.house.clock.advance("31 minutes")
    await fillStep(
      screen,
      "profile",
      answersOf(somebody("amy-amended")).find(({ step }) => step === "profile")!.text as never
    )
    await press(screen, "next")
    await isAt(screen, "gone")
    expect(await axeViolations(page)).toEqual([])
    await picture(page, "1280-gone")
  })

  test("a request that went on in another tab says that this page no longer follows it, and asks no more", async () => {
    const { request, screen } = await openStep(visits.site, page, "inline", somebody("larry-mo"))
    // Once its socket is open, the page looks whether it missed something.
    const listening = page.waitForResponse((answer) => answer.url().endsWith(request.id))
    await press(screen, "submit")
    await listening
    const asked: Array<string> = []
    page.on("request", (each) => asked.push(each.url()))
    const { body } = await request.post<{ code: string }>("/resume-code")
    const { call } = visitorOf(visits.site.house)
    expect((await call("POST", "/v1/logon-requests/resume", { body })).status).toBe(200)
    await page.getByText(en["status.over"]).waitFor()
    expect(asked).toEqual([])
    expect(await axeViolations(page)).toEqual([])
  })

  test("a service that cannot be reached leaves what was typed, and Try again goes on", async () => {
    const { screen } = await openStep(visits.site, page, "inline", somebody("rod-adjusted"), "profile-access")
    await visit.context.setOffline(true)
    await press(screen, "next")
    await page.getByText(en["problem-alert.unavailable.title"]).waitFor()
    await picture(page, "1280-unreachable")
    await visit.context.setOffline(false)
    visit.complaints.splice(0)
    await page.getByRole("button", { name: en["problem-alert.again"] }).press("Enter")
    await isAt(screen, "terms")
  })

  test("somebody who has a logon is told so once verified, and can say that it is not theirs", async () => {
    const { screen } = await openStep(visits.site, page, "inline", somebody("gina-has-logon"), "logon")
    await page.getByText(en["role-notice.title"]).waitFor()
    expect(await page.locator("main").innerText()).not.toContain("g.rossi")
    expect(await axeViolations(page)).toEqual([])
    await picture(page, "1280-role-notice")
    await page.getByRole("button", { name: en["role-notice.tell-us"] }).press("Enter")
    await screen.getByText(opening("role-notice.told")).waitFor()
    expect((await visits.site.house.audit()).map(({ type }) => type)).toContain("NotMeReported")
  })
})

test("Submit pressed twice is one request", async () => {
  const { screen } = await openStep(visits.site, page, "inline", somebody("rita-refund"))
  const submit = page.getByRole("button", { name: en["button.submit"], exact: true })
  await submit.evaluate((button: HTMLElement) => {
    button.click()
    button.click()
  })
  await isAt(screen, "confirmation")
  const submitted = (await visits.site.house.audit()).filter(({ type }) => type === "LogonRequestSubmitted")
  expect(new Set(submitted.map(({ detail }) => JSON.stringify(detail))).size).toBe(submitted.length)
  expect(await page.getByRole("button", { name: en["confirmation.pin-show"] }).count()).toBe(1)
  await picture(page, "1280-confirmation")
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  expect(await axeViolations(page)).toEqual([])
  await picture(page, "320-confirmation")
})
