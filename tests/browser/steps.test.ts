import type { AnsweredStepId } from "@mtc-logon/core/journey"
import { mtc2020 } from "@mtc-logon/core/rule-sets"
import { answersOf } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import type { BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { launchWithThirdPartyCookies } from "../harness/launchChromium.ts"
import { somebody } from "../journeys/somebody.ts"
import { axeViolations } from "./axeViolations.ts"
import { fillStep, isAt, press } from "./fillStep.ts"
import type { Screen } from "./fillStep.ts"
import { openForm, openStep } from "./openStep.ts"
import type { Mode } from "./openStep.ts"
import { picture } from "./picture.ts"
import { useVisits } from "./useVisits.ts"
import { watchPages } from "./watchPages.ts"

const larry = somebody("larry-mo")
const answers = answersOf(larry)
const steps = answers.map(({ step }) => step)
const places = [...steps, "summary"] as const

const visits = useVisits({ ids: "random" })
/** A window in which the frame may keep what it must over a reload, as in a Chromium that nobody has set up. */
let usual: BrowserContext
let page: Page
let complaints: Array<string>
beforeAll(async () => {
  usual = await launchWithThirdPartyCookies("allowed", { viewport: { width: 1280, height: 900 } })
  usual.setDefaultTimeout(15_000)
  complaints = watchPages(usual)
})
afterAll(() => usual.close())
beforeEach(async () => {
  page = await usual.newPage()
})
afterEach(async () => {
  await page.close()
  expect(complaints.splice(0)).toEqual([])
})

const untilOf = (place: (typeof places)[number]): AnsweredStepId | undefined =>
  place === "summary" ? undefined : place
const focused = (screen: Screen) => screen.locator(":focus")

describe.each<Mode>(["framed", "inline"])("the form, %s,", (mode) => {
  test("goes Back and Forward and survives a reload at every step, with what was answered and nothing secret", async () => {
    const person = somebody(mode === "framed" ? "amy-amended" : "rod-adjusted")
    const answers = answersOf(person)
    const screen = await openForm(visits.site, page, mode)
    if (mode === "inline") await screen.getByRole("button", { name: en["registration-options.create"] }).press("Enter")
    for (const [at, { step, text }] of answers.entries()) {
      await isAt(screen, step)
      if (at > 0) {
        await page.evaluate(() => history.back())
        await isAt(screen, answers[at - 1]!.step)
        await page.evaluate(() => history.forward())
        await isAt(screen, step)
        await page.reload()
        await isAt(screen, step)
        await press(screen, "previous")
        await isAt(screen, answers[at - 1]!.step)
        // What was answered and not touched is not sent again.
        await press(screen, "next")
        await isAt(screen, step)
      }
      await fillStep(screen, step, text as never)
      await press(screen, "next")
    }
    await isAt(screen, "summary")
    await page.reload()
    await isAt(screen, "summary")
    const shown = await screen.locator("body").textContent()
    expect(shown).toContain(`***-**-${person.id.slice(-4)}`)
    for (const secret of [person.id, "900-12", "420.00", "300.00", "GoodElmo2020", "Boston", "1234"])
      expect(shown).not.toContain(secret)
    await press(screen, "submit")
    await isAt(screen, "confirmation")
    await page.reload()
    await isAt(screen, "confirmation")
    await screen.getByText(en["confirmation.pin-told"]).waitFor()
    await page.evaluate(() => history.back())
    await isAt(screen, "confirmation")
  })

  test.each(places)(
    "at %s: Cancel asks first, goes on where the person stays, and clears everything where not",
    async (place) => {
      const { request, screen } = await openStep(visits.site, page, mode, somebody("jo-joint"), untilOf(place))
      await press(screen, "cancel")
      const dialog = screen.getByRole("dialog")
      await dialog.waitFor()
      expect(await screen.getByRole("dialog", { name: en["cancel.title"] }).count()).toBe(1)
      await dialog.getByRole("button", { name: en["cancel.keep"] }).press("Enter")
      await isAt(screen, place)
      expect((await request.read()).status).toBe(200)
      await press(screen, "cancel")
      await page.keyboard.press("Escape")
      await dialog.waitFor({ state: "detached" })
      await press(screen, "cancel")
      await dialog.getByRole("button", { name: en["cancel.leave"] }).press("Enter")
      await isAt(screen, "left")
      await expect.poll(async () => (await request.read()).status).toBe(404)
      expect(await screen.getByText(en["end.left.text"]).count()).toBe(1)
      await screen.getByRole("button", { name: en["end.start-again"] }).press("Enter")
      await isAt(screen, "taxpayer-type")
    }
  )
})

test.each<Mode>(["framed", "inline"])(
  "%s, by the keyboard: what is typed into a masked number replaces it, and until then its field says no digit but the last four",
  async (mode) => {
    const { screen } = await openStep(visits.site, page, mode, larry, "taxpayer-id")
    await chooseSsn(screen)
    const number = screen.getByLabel(en["field.id.ssn"], { exact: true })
    await number.focus()
    await page.keyboard.type("900126789")
    expect(await number.inputValue()).toBe("900126789")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Shift+Tab")
    await expect.poll(() => number.inputValue()).toBe("ending in 6789")
    await page.keyboard.type("900126780")
    expect(await number.inputValue()).toBe("900126780")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("End")
    await page.keyboard.press("Backspace")
    expect(await number.inputValue()).toBe("")
    await page.keyboard.type("1")
    expect(await number.inputValue()).toBe("1")
  }
)

test("where the frame may keep nothing, a reload begins anew, and nothing that was entered is left", async () => {
  const strict = await visits.browser.newContext()
  // As a page finds it whose person lets frames of other sites keep nothing; not every Chromium has that choice.
  await strict.addInitScript(() => {
    const deny = () => {
      throw new DOMException("Access is denied for this document.", "SecurityError")
    }
    Object.defineProperty(window, "sessionStorage", { get: deny })
  })
  const reloaded = await strict.newPage()
  const screen = await openForm(visits.site, reloaded, "framed")
  await isAt(screen, "taxpayer-type")
  await fillStep(screen, "taxpayer-type", { taxpayerType: "individual" })
  await press(screen, "next")
  await isAt(screen, "taxpayer-id")
  await reloaded.reload()
  await isAt(screen, "taxpayer-type")
  expect(await screen.locator(":checked").count()).toBe(0)
  await strict.close()
})

/** Chooses the ID type, which nobody chose before: then the number is asked. */
const chooseSsn = (screen: Screen) =>
  screen.getByRole("radio", { name: en["field.id-type.ssn"], exact: true }).press("Space")

/** What is wrong with a step that is sent as it is, and what is wrong with it then: fields in the order of the page. */
const mistakes: ReadonlyArray<{
  readonly step: AnsweredStepId
  readonly what: string
  readonly fill: (screen: Screen) => Promise<unknown>
  readonly wrong: ReadonlyArray<string>
}> = [
  { step: "taxpayer-type", what: "empty", fill: async () => {}, wrong: ["taxpayerType-0"] },
  { step: "taxpayer-id", what: "empty", fill: async () => {}, wrong: ["idType-0"] },
  { step: "taxpayer-id", what: "with an ID type alone", fill: chooseSsn, wrong: ["id", "confirmId"] },
  {
    step: "taxpayer-id",
    what: "two numbers that differ",
    fill: async (screen) => {
      await chooseSsn(screen)
      await screen.getByLabel(en["field.id.ssn"], { exact: true }).fill("900-12-6789")
      await screen.getByLabel(en["field.id.ssn-confirm"], { exact: true }).fill("900-12-6780")
    },
    wrong: ["confirmId"]
  },
  { step: "verification-type", what: "empty", fill: async () => {}, wrong: ["verificationType-0"] },
  { step: "tax-amount", what: "empty", fill: async () => {}, wrong: ["amountKind-0"] },
  {
    step: "tax-amount",
    what: "an amount of 0",
    fill: async (screen) => {
      await screen.getByRole("radio", { name: en["field.amount-kind.tax-return"], exact: true }).check()
      await screen.getByLabel(en["field.amount.tax-return"], { exact: true }).fill("0")
    },
    wrong: ["amount"]
  },
  {
    step: "profile",
    what: "empty",
    fill: async () => {},
    wrong: ["name", "phoneType-0", "phoneNumber", "pin", "email", "confirmEmail"]
  },
  {
    step: "logon",
    what: "empty",
    fill: async () => {},
    wrong: ["username", "password", "confirmPassword", "secretQuestion", "secretAnswer"]
  },
  { step: "terms", what: "empty", fill: async () => {}, wrong: ["accepted"] }
]

describe("a step that is not filled as it should be", () => {
  test.each(mistakes)(
    "$step, $what: the summary takes the focus, and each line leads to its field",
    async ({ fill, step, what, wrong }) => {
      const { request, screen } = await openStep(visits.site, page, "inline", larry, step)
      await fill(screen)
      await press(screen, "next")
      const summary = page.getByRole("group", { name: en["step.problem.title"] })
      await summary.waitFor()
      expect(await focused(screen).getAttribute("data-focus")).toBe("errors")
      await expect.poll(() => page.title()).toMatch(/^Error: /)
      const links = summary.getByRole("link")
      expect(await links.count()).toBe(wrong.length)
      for (const [at, field] of wrong.entries()) {
        const said = (await links.nth(at).textContent())!
        await links.nth(at).press("Enter")
        const id = (await focused(screen).getAttribute("id"))!
        expect(id).toMatch(new RegExp(`${field}$`))
        const group = focused(screen).locator("xpath=ancestor-or-self::*[@aria-describedby][last()]")
        const described = (await group.getAttribute("aria-describedby"))!.split(" ")
        const errors = await Promise.all(described.map((part) => page.locator(`[id="${part}"]`).textContent()))
        expect(errors.some((text) => text?.includes(said))).toBe(true)
      }
      expect(await axeViolations(page)).toEqual([])
      await picture(page, `1280-error-${step}-${what.replaceAll(" ", "-")}`)
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      await picture(page, `320-error-${step}-${what.replaceAll(" ", "-")}`)
      expect((await request.read()).body.step).toBe(step)
    }
  )

  test("a username that somebody has is told at its field", async () => {
    const greg = somebody("greg-username-taken")
    const { screen } = await openStep(visits.site, page, "inline", greg, "logon")
    await fillStep(screen, "logon", answersOf(greg).find(({ step }) => step === "logon")!.text as never)
    await press(screen, "next")
    await page.getByRole("link", { name: en["issue.username-taken"] }).press("Enter")
    expect(await focused(screen).inputValue()).toBe("G.ROSSI")
  })
})

describe("each step as it is at first", () => {
  test.each(places)(
    "%s: nothing that axe finds, no line too long for 320 px, headings and titles in order",
    async (place) => {
      const { screen } = await openStep(visits.site, page, "inline", larry, untilOf(place))
      expect(await axeViolations(page)).toEqual([])
      await expect.poll(() => page.title()).toContain(en[`heading.${place}`])
      expect(await screen.getByRole("heading", { level: 1 }).count()).toBe(1)
      await picture(page, `1280-${place}`)
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      await picture(page, `320-${place}`)
    }
  )

  test("in the frame: the page around it has one heading above, and no line is too long for 320 px", async () => {
    const { screen } = await openStep(visits.site, page, "framed", larry, "profile")
    expect(await axeViolations(page)).toEqual([])
    await picture(page, "1280-framed-profile")
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await screen.locator("html").evaluate((html) => html.scrollWidth <= html.clientWidth)).toBe(true)
    expect(await axeViolations(page)).toEqual([])
    await picture(page, "320-framed-profile")
    // The frame is as high as its form: nothing scrolls in it.
    await expect
      .poll(() => screen.locator("html").evaluate((html) => html.scrollHeight - html.clientHeight))
      .toBeLessThanOrEqual(0)
  })
})

const { accountTypes, contacts } = mtc2020.policy
const namesFor = (idType: "SSN" | "ITIN") =>
  Object.values(accountTypes)
    .filter(({ idTypes }) => idTypes.includes(idType))
    .map(({ label }) => en[label as keyof typeof en])

describe.each<Mode>(["framed", "inline"])("the built form, %s,", (mode) => {
  const open = async () => {
    const screen = await openForm(visits.site, page, mode)
    if (mode === "inline") await screen.getByRole("button", { name: en["registration-options.create"] }).press("Enter")
    await isAt(screen, "taxpayer-type")
    return screen
  }

  test("offers each account type by its own name, names what to have ready for it, and chooses no ID type for anyone", async () => {
    const screen = await open()
    await screen.getByText(en["have-ready.others"], { exact: true }).press("Enter")
    for (const name of namesFor("SSN").slice(1)) await screen.getByText(name, { exact: true }).waitFor()
    await screen.getByRole("radio", { name: en["field.taxpayer-type.individual"], exact: true }).press("Space")
    await press(screen, "next")
    await isAt(screen, "taxpayer-id")
    expect(await screen.getByRole("radio", { checked: true }).count()).toBe(0)
    await press(screen, "next")
    const told = screen.getByRole("group", { name: en["step.problem.title"] }).getByRole("link")
    await expect.poll(() => told.allTextContents()).toEqual([en["issue.id-type-missing"]])
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
    expect(await link.getAttribute("href")).toBe(visits.site.house.settings.linkBusinessLogon)
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
    const { screen } = await openStep(
      visits.site,
      page,
      mode,
      somebody(mode === "framed" ? "jo-joint" : "larry-mo"),
      "logon"
    )
    const options = screen.getByLabel(en["field.secret-question.label"], { exact: true }).getByRole("option")
    expect((await options.allTextContents()).slice(1)).toEqual(
      mtc2020.policy.logon.secretQuestions.map((id) => en[`secret-question.${id}` as keyof typeof en])
    )
  })
})
