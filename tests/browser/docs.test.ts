import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { launchChromium } from "../harness/launchChromium.ts"
import { axeViolations } from "./axeViolations.ts"
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
  site = await openSite()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  complaints = watchPages(context)
  page = await context.newPage()
  await page.goto(`${site.origin}/docs`)
})
afterEach(async () => {
  await context.close()
  expect(complaints).toEqual([])
})

describe("the page of the OpenAPI document", () => {
  test.each(["light", "dark"] as const)("is well made, on a desk and at 320 px: %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    for (const [width, height] of [
      [1280, 900],
      [320, 640]
    ] as const) {
      await page.setViewportSize({ width, height })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await picture(page, `${width}-docs-${colorScheme}`)
    }
    expect(await axeViolations(page)).toEqual([])
  })

  test("is walked by keyboard: past the contents to the calls, and from the contents to a call", async () => {
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("calls")
    await page
      .getByRole("navigation", { name: "Contents" })
      .getByRole("link", { name: "Submit a request" })
      .press("Enter")
    expect(new URL(page.url()).hash).toBe("#submitLogonRequest")
    await page.getByRole("heading", { name: "Submit a request" }).waitFor()
  })

  test("leads every link of its own somewhere", async () => {
    const dead = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
        .map(({ hash }) => hash.slice(1))
        .filter((id) => document.getElementById(id) === null)
    )
    expect(dead).toEqual([])
  })

  test("is read without scripts", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const reader = await plain.newPage()
    await reader.goto(`${site.origin}/docs`)
    expect(await reader.getByRole("heading", { level: 1 }).innerText()).toBe("The HTTP API")
    await plain.close()
  })
})
