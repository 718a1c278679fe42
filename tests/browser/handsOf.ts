import type { Locator, Page } from "playwright-core"
import { expect } from "vitest"

/** How somebody works a page: with the mouse on a large screen, or by the keyboard alone on a small one. */
export type Way = "the mouse, at 1280 px" | "the keyboard alone, at 320 px"

/** What hands do, by the names that a person reads. */
export interface Hands {
  readonly press: (button: string | RegExp) => Promise<void>
  readonly follow: (link: string | RegExp) => Promise<void>
  /** Replaces what stands in a field. */
  readonly type: (label: string, text: string) => Promise<void>
  readonly choose: (radio: string | RegExp) => Promise<void>
  readonly tick: (checkbox: string) => Promise<void>
  readonly select: (label: string, option: string) => Promise<void>
}

type Found = Readonly<Record<"button" | "link" | "radio", (name: string | RegExp) => Locator>> & {
  readonly field: (label: string) => Locator
}

const mouse = ({ button, field, link, radio }: Found): Hands => ({
  press: (name) => button(name).click(),
  follow: (name) => link(name).click(),
  type: (label, text) => field(label).fill(text),
  choose: (name) => radio(name).click(),
  tick: (label) => field(label).click(),
  select: async (label, option) => void (await field(label).selectOption({ label: option }))
})

/** Where the focus is, seen from a place: there, before it or after it; and whether one sees it. */
const lookFrom = (place: Element) => {
  const here = document.activeElement ?? document.body
  const { boxShadow, outlineStyle, outlineWidth } = getComputedStyle(here)
  return {
    isThere: here === place,
    isAfter: (here.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_PRECEDING) !== 0 && here !== document.body,
    isSeen:
      here === document.body ||
      here.id === "mtc-main" ||
      (outlineStyle !== "none" && outlineWidth !== "0px") ||
      boxShadow !== "none",
    html: here.outerHTML.slice(0, 120)
  }
}

const keyboard = (page: Page, { button, field, link, radio }: Found): Hands => {
  /** Goes by Tab, or back by Shift and Tab, until the focus is there; each place on the way shows that it has it. */
  const tabTo = async (place: Locator) => {
    await place.waitFor()
    for (let steps = 0; steps < 60; steps++) {
      const { html, isAfter, isSeen, isThere } = await place.evaluate(lookFrom)
      if (steps > 0) expect(isSeen, `one sees the focus on ${html}`).toBe(true)
      if (isThere) return
      await page.keyboard.press(isAfter ? "Shift+Tab" : "Tab")
    }
    throw new Error(`the focus does not come to ${String(place)}`)
  }
  const on = async (place: Locator, key: string) => {
    await tabTo(place)
    await page.keyboard.press(key)
  }
  return {
    press: (name) => on(button(name), "Enter"),
    follow: (name) => on(link(name), "Enter"),
    type: async (label, text) => {
      await on(field(label), "ControlOrMeta+A")
      await page.keyboard.press("Delete")
      await page.keyboard.type(text)
    },
    choose: async (name) => {
      const group = page.locator(`input[type=radio][name="${await radio(name).getAttribute("name")}"]`)
      const checked = group.and(page.locator(":checked"))
      // The way into a group is its first, or the one that is chosen; from there the arrows go.
      await tabTo((await checked.count()) > 0 ? checked : group.first())
      for (let at = 0; at < 8 && !(await radio(name).isChecked()); at++)
        await page.keyboard.press((await checked.count()) === 0 ? "Space" : "ArrowDown")
      expect(await radio(name).isChecked()).toBe(true)
    },
    tick: (label) => on(field(label), "Space"),
    select: async (label, option) => {
      await tabTo(field(label))
      await page.keyboard.type(option)
    }
  }
}

/** The hands of somebody at a page. */
export const handsOf = (page: Page, way: Way): Hands => {
  const named = (role: "button" | "link" | "radio") => (name: string | RegExp) =>
    page.getByRole(role, { name, exact: typeof name === "string" })
  const found: Found = {
    button: named("button"),
    link: named("link"),
    radio: named("radio"),
    field: (label) => page.getByLabel(label, { exact: true })
  }
  return way === "the mouse, at 1280 px" ? mouse(found) : keyboard(page, found)
}
