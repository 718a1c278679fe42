import type { Page } from "playwright-core"
import { beforeEach, describe, expect, test } from "vitest"
import { axeViolations } from "./axeViolations.ts"
import { picture } from "./picture.ts"
import { useVisits } from "./useVisits.ts"

const visits = useVisits()
let page: Page
beforeEach(async () => {
  page = (await visits.visit()).page
  await page.goto(`${visits.site.origin}/docs`)
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
    const plain = await visits.browser.newContext({ javaScriptEnabled: false })
    const reader = await plain.newPage()
    await reader.goto(`${visits.site.origin}/docs`)
    expect(await reader.getByRole("heading", { level: 1 }).innerText()).toBe("The HTTP API")
    await plain.close()
  })
})
