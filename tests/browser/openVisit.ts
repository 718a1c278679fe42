import { typedPassword } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import type { Browser, Page } from "playwright-core"
import { expect } from "vitest"
import { newestMailTo } from "../journeys/approvedPerson.ts"
import { securityCodeIn } from "../journeys/codesIn.ts"
import type { House } from "../journeys/openHouse.ts"
import { answered } from "./answered.ts"
import { axeViolations } from "./axeViolations.ts"
import { handsOf } from "./handsOf.ts"
import type { Way } from "./handsOf.ts"
import type { Site } from "./openSite.ts"
import { picture } from "./picture.ts"
import { watchPages } from "./watchPages.ts"

/** Both ways to go through a journey; the trail is the same. */
export const ways: ReadonlyArray<Way> = ["the mouse, at 1280 px", "the keyboard alone, at 320 px"]

/** A sentence up to its first parameter. */
export const opening = (id: keyof typeof en): string => en[id].split("{")[0]!.trim()

/** Whether the focus fell from what had it to nowhere: a screen reader would say nothing. */
const lostFocus = (page: Page) =>
  page.evaluate(() => {
    const before = "wasLookedAt" in window
    Object.assign(window, { wasLookedAt: true })
    return before && (document.activeElement ?? document.body) === document.body
  })

/** Somebody with a browser of their own at the Department's pages, who sees what is on them and has hands. */
export const openVisit = async (site: Site, browser: Browser, way: Way, height?: number) => {
  const isSmall = way === "the keyboard alone, at 320 px"
  const viewport = isSmall ? { width: 320, height: height ?? 640 } : { width: 1280, height: height ?? 900 }
  const context = await browser.newContext({ viewport })
  context.setDefaultTimeout(15_000)
  const complaints = watchPages(context)
  const page = await context.newPage()
  const hands = handsOf(page, way)
  const { house } = site

  const says = (text: string | RegExp) => page.getByText(text).first().waitFor()
  const heading = (name: string) => page.getByRole("heading", { name, exact: true }).first().waitFor()
  /** Leaves the page first: a link that differs in its fragment alone would not load. */
  const goto = async (path: string) => {
    await page.goto("about:blank")
    await page.goto(site.origin + path)
  }
  const logIn = async (username: string, password = typedPassword) => {
    await hands.type(en["field.username.label"], username)
    await hands.type(en["field.password.label"], password)
    await hands.press(en["log-in.button"])
  }
  const enterCode = async (code: string) => {
    // The same words may stand there from the code before: what comes now is told by the call's answer.
    await hands.type(en["code.label"], code)
    await answered(page, /\/confirm$/u, () => hands.press(en["code.confirm"]))
  }
  /** Logs in with a code by e-mail, on the log-in page. */
  const logInByMail = async (username: string, target: string, password = typedPassword) => {
    // No code is sent within half a minute of another.
    house.clock.advance("31 seconds")
    await logIn(username, password)
    await says(opening("code.sent-by-email"))
    await house.drain()
    await enterCode(securityCodeIn(newestMailTo(house, target)))
  }
  return {
    ...hands,
    page,
    context,
    complaints,
    says,
    heading,
    goto,
    logIn,
    enterCode,
    /** Waits until a field is told to be wrong, above and at itself, and the line above leads to it. */
    isRefused: async (label: string, issue: string) => {
      await page.getByRole("group", { name: en["step.problem.title"] }).waitFor()
      const line = page.getByRole("link", { name: issue, exact: true })
      await line.waitFor()
      const field = page.getByLabel(label, { exact: true }).first()
      await expect
        .poll(async () => {
          await line.press("Enter")
          return field.evaluate((element) => element === document.activeElement)
        })
        .toBe(true)
      await expect
        .poll(() =>
          field.evaluate((element) =>
            (element.closest("fieldset") ?? element)
              .getAttribute("aria-describedby")!
              .split(" ")
              .map((id) => document.getElementById(id)?.textContent)
              .join(" ")
          )
        )
        .toContain(issue)
    },
    logInByMail,
    /** The whole way to the home page. */
    logInWithCode: async (...as: Parameters<typeof logInByMail>) => {
      await goto("/log-in")
      await logInByMail(...as)
      await heading("Welcome, LARRY MO")
    },
    /** What holds of every page and of every refusal on it. */
    isWellMade: async (name: string) => {
      if (isSmall) expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      else expect(await axeViolations(page)).toEqual([])
      expect(await lostFocus(page), `the focus is somewhere on ${name}`).toBe(false)
      expect(page.url()).not.toContain("#")
      await picture(page, `${viewport.width}-${name}`)
    }
  }
}

export type Visit = Awaited<ReturnType<typeof openVisit>>

const ids = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b|\b\d(?:-\d{3}){3}\b/gu

/** What the audit trail tells since a place in it, as a golden keeps it: ids and confirmation numbers, which differ from run to run, are all one. */
export const trailSince = async (house: House, before: number): Promise<string> =>
  `${JSON.stringify((await house.audit()).slice(before), null, 2).replaceAll(ids, "<id>")}\n`
