import { answersOf } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import type { Page } from "playwright-core"
import { beforeEach, expect, test } from "vitest"
import { activePerson } from "../journeys/approvedPerson.ts"
import { somebody } from "../journeys/somebody.ts"
import { axeViolations } from "./axeViolations.ts"
import { fillStep, isAt, press } from "./fillStep.ts"
import { openStep } from "./openStep.ts"
import type { Mode } from "./openStep.ts"
import type { Visit } from "./openVisit.ts"
import { picture } from "./picture.ts"
import { useVisits } from "./useVisits.ts"

const visits = useVisits({
  ids: "random",
  alsoOnFile: [5, 6, 7, 8].map((last) => somebody("larry-mo", { id: `90012310${last}` })),
  settings: { PASSWORD_BLOCKLIST_REFUSES: "false", LIMIT_LOGONS_PER_EMAIL_PER_30_DAYS: "1" }
})
let page: Page
let visit: Visit
beforeEach(async () => {
  visit = await visits.visit()
  page = visit.page
})

/** Somebody of their own for each test. */
const personOf = (last: number) =>
  somebody("larry-mo", {
    id: `90012310${last}`,
    wish: { username: `warned.${last}`, email: `warned${last}@example.com`, phoneNumber: "(617) 555-0117" }
  })
const textsOf = (person: ReturnType<typeof personOf>) =>
  Object.fromEntries(answersOf(person).map(({ step, text }) => [step, text])) as never as Record<
    "profile" | "logon",
    Record<string, string>
  >

test.each<{ mode: Mode; last: number }>([
  { mode: "framed", last: 5 },
  { mode: "inline", last: 6 }
])("$mode: a PIN that is a birthday and a common password are warned of, and may stay", async ({ last, mode }) => {
  const person = personOf(last)
  const { screen } = await openStep(visits.site, page, mode, person, "profile")
  const texts = textsOf(person)
  await fillStep(screen, "profile", { ...texts.profile, pin: "8351" } as never)
  const warning = screen.getByText(en["issue.pin-easy"], { exact: true })
  expect(await warning.count()).toBe(0)
  await screen.getByLabel(en["field.pin.label"].replace("{digits}", "4"), { exact: true }).fill("0704")
  await warning.waitFor()
  expect(await warning.getAttribute("role")).toBe("status")
  expect(await axeViolations(page)).toEqual([])
  await picture(page, `1280-${mode}-pin-warning`)
  await press(screen, "next")

  await isAt(screen, "logon")
  const password = "Password1"
  await fillStep(screen, "logon", { ...texts.logon, password, confirmPassword: password } as never)
  await press(screen, "next")
  const told = screen.getByRole("group", { name: en["warning.title"], exact: true })
  await told.waitFor()
  expect(await told.innerText()).toContain(en["issue.password-common"])
  expect(await told.evaluate((alert) => alert === document.activeElement)).toBe(true)
  expect(await axeViolations(page)).toEqual([])
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await picture(page, `1280-${scheme}-${mode}-password-warning`)
  }
  await page.setViewportSize({ width: 320, height: 640 })
  await picture(page, `320-${mode}-password-warning`)
  await page.setViewportSize({ width: 1280, height: 900 })
  await press(screen, "next")
  await isAt(screen, "profile-access")
})

test("an address that has its logons is told at its own field, without whose they are", async () => {
  const first = personOf(7)
  await activePerson(visits.site.house, first)
  const second = { ...personOf(8), wish: { ...personOf(8).wish, email: first.wish.email } }
  const { screen } = await openStep(visits.site, page, "framed", second, "profile")
  await fillStep(screen, "profile", textsOf(second).profile as never)
  await press(screen, "next")
  await screen.getByRole("link", { name: en["issue.email-used-up"], exact: true }).press("Enter")
  expect(await screen.locator(":focus").inputValue()).toBe(first.wish.email)
  expect(await axeViolations(page)).toEqual([])
  await picture(page, "1280-framed-email-used-up")
  await screen.getByLabel(en["field.email.label"], { exact: true }).fill("other8@example.com")
  await screen.getByLabel(en["field.confirm-email.label"], { exact: true }).fill("other8@example.com")
  await press(screen, "next")
  await isAt(screen, "logon")
})
