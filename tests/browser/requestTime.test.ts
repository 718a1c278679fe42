import { answersOf, typedPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import type { Page } from "playwright-core"
import { beforeEach, describe, expect, test } from "vitest"
import { somebody } from "../journeys/somebody.ts"
import { answered } from "./answered.ts"
import { axeViolations } from "./axeViolations.ts"
import { fillStep, isAt, press, walkTo } from "./fillStep.ts"
import type { Screen } from "./fillStep.ts"
import { openForm } from "./openStep.ts"
import type { Mode } from "./openStep.ts"
import type { Visit } from "./openVisit.ts"
import { picture } from "./picture.ts"
import { useVisits } from "./useVisits.ts"

const visits = useVisits({ ids: "random" })
let page: Page
let visit: Visit
beforeEach(async () => {
  visit = await visits.visit("the mouse, at 1280 px", 640)
  page = visit.page
  await page.clock.install()
})

/** Time goes by, here and at the service. */
const later = async (minutes: number) => {
  visits.site.house.clock.advance(minutes * 60_000)
  await page.clock.fastForward(minutes * 60_000)
}
/** What was typed reaches the service, before more time goes by. */
const typingIsTold = () => answered(page, /\/keep$/u, () => later(1))
const asked = (screen: Screen) => screen.getByRole("dialog", { name: en["request-time.title"], exact: true })
const isPictured = async (screen: Screen, name: string) => {
  expect(await axeViolations(page)).toEqual([])
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 640 })
      await expect
        .poll(() =>
          screen.locator("html").evaluate((html) => html.scrollHeight - html.clientHeight <= 0 || self === top)
        )
        .toBe(true)
      await picture(page, `${width}-${scheme}-${name}`)
    }
  }
  await page.emulateMedia({ colorScheme: "light" })
  await page.setViewportSize({ width: 1280, height: 640 })
}
const textOf = (person: Person, step: "profile" | "logon") =>
  answersOf(person).find((answer) => answer.step === step)!.text as never

describe.each<Mode>(["framed", "inline"])("a request that waits, %s,", (mode) => {
  const person = somebody(mode === "framed" ? "larry-mo" : "jo-joint")
  const open = async () => {
    const screen = await openForm(visits.site, page, mode)
    if (mode === "inline") await screen.getByRole("button", { name: en["registration-options.create"] }).press("Enter")
    await isAt(screen, "taxpayer-type")
    return screen
  }

  test("asks before it ends, where one sees it, gives the focus back, and goes on as often as one wants", async () => {
    const screen = await open()
    const radio = screen.getByRole("radio", { name: en["field.taxpayer-type.individual"], exact: true })
    await radio.press("Space")
    await typingIsTold()
    await later(27)
    expect(await asked(screen).count()).toBe(0)
    for (let times = 0; times < 2; times++) {
      await later(1)
      const keep = asked(screen).getByRole("button", { name: en["request-time.keep"], exact: true })
      await keep.waitFor()
      expect(await keep.evaluate((button) => button === document.activeElement)).toBe(true)
      const { height, y } = (await asked(screen).boundingBox())!
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y + height).toBeLessThanOrEqual(640)
      expect(await asked(screen).getByRole("status").innerText()).toMatch(/^This request will end in /)
      if (times === 0) await isPictured(screen, `${mode}-request-time`)
      await (times === 0 ? keep.press("Enter") : page.keyboard.press("Escape"))
      await asked(screen).waitFor({ state: "detached" })
      expect(await radio.evaluate((input) => input === document.activeElement)).toBe(true)
      await later(27)
      expect(await asked(screen).count()).toBe(0)
    }
    expect(await radio.isChecked()).toBe(true)
    await press(screen, "next")
    await isAt(screen, "taxpayer-id")
  })

  test("stays open while somebody types, without a question", async () => {
    const screen = await open()
    await walkTo(screen, person, "profile")
    const name = screen.getByLabel(en["field.name.label"], { exact: true })
    for (let letters = 1; letters <= 4; letters++) {
      await later(20)
      await name.pressSequentially("A")
      await typingIsTold()
    }
    await expect.poll(() => asked(screen).count()).toBe(0)
    await fillStep(screen, "profile", textOf(person, "profile"))
    await press(screen, "next")
    await isAt(screen, "logon")
  })

  test("says that it has ended; what is no secret is filled in again, and what is one is gone", async () => {
    const screen = await open()
    await walkTo(screen, person, "logon")
    await fillStep(screen, "logon", textOf(person, "logon"))
    await typingIsTold()
    await later(28)
    await asked(screen).waitFor()
    await later(3)
    await isAt(screen, "gone")
    await screen.getByRole("heading", { name: en["end.gone.title"], exact: true }).waitFor()
    expect(await screen.locator(":focus").getAttribute("data-focus")).toBe("step")
    await screen.getByText(en["end.gone.kept"], { exact: true }).waitFor()
    const shown = await screen.locator("body").innerText()
    for (const hidden of [person.name, person.wish.email, person.id.slice(-4)]) expect(shown).not.toContain(hidden)
    if (mode === "framed")
      expect(
        await page.evaluate(() => (window as never as { heard: Array<{ type: string }> }).heard.at(-1)?.type)
      ).toBe("mtc-timeout")
    await isPictured(screen, `${mode}-request-ended`)
    await screen.getByRole("button", { name: en["end.start-again"], exact: true }).press("Enter")
    await isAt(screen, "taxpayer-type")
    expect(
      await screen.getByRole("radio", { name: en["field.taxpayer-type.individual"], exact: true }).isChecked()
    ).toBe(true)
    await press(screen, "next")
    await isAt(screen, "taxpayer-id")
    expect(await screen.getByLabel(en["field.id.ssn"], { exact: true }).inputValue()).toBe("")
    for (const { step, text } of answersOf(person).slice(1)) {
      await isAt(screen, step)
      if (step === "profile") break
      await fillStep(screen, step, text as never)
      await press(screen, "next")
    }
    expect(await screen.getByLabel(en["field.name.label"], { exact: true }).inputValue()).toBe(person.name)
    expect(await screen.getByLabel(en["field.email.label"], { exact: true }).inputValue()).toBe(person.wish.email)
    const pin = screen.getByLabel(en["field.pin.label"].replace("{digits}", "4"), { exact: true })
    expect(await pin.inputValue()).toBe("")
    await pin.fill("1234")
    await press(screen, "next")
    await isAt(screen, "logon")
    expect(await screen.getByLabel(en["field.username.label"], { exact: true }).inputValue()).toBe(person.wish.username)
    expect(await screen.getByLabel(en["field.password.label"], { exact: true }).inputValue()).toBe("")
    expect(await screen.locator("body").innerText()).not.toContain(typedPassword)
  })
})

test("what an ended request has left in the window can be cleared", async () => {
  const screen = await openForm(visits.site, page, "framed")
  await isAt(screen, "taxpayer-type")
  await screen.getByRole("radio", { name: en["field.taxpayer-type.individual"], exact: true }).press("Space")
  await later(32)
  await isAt(screen, "gone")
  await screen.getByRole("button", { name: en["end.gone.forget"], exact: true }).press("Enter")
  await screen.getByText(en["end.gone.cleared"], { exact: true }).waitFor()
  await screen.getByRole("button", { name: en["end.start-again"], exact: true }).press("Enter")
  await isAt(screen, "taxpayer-type")
  expect(await screen.locator(":checked").count()).toBe(0)
})
