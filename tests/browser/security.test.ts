import { typedPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import { eq } from "drizzle-orm"
import { Effect, Redacted } from "effect"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { Database } from "../../packages/server/src/database/Database.ts"
import { logonTable } from "../../packages/server/src/database/logonTable.ts"
import { launchChromium } from "../harness/launchChromium.ts"
import { appCodeAt } from "../journeys/appCodeAt.ts"
import { activePerson, approvedPerson, newestMailTo } from "../journeys/approvedPerson.ts"
import { securityCodeIn } from "../journeys/codesIn.ts"
import { goldenInstant } from "../journeys/movableClock.ts"
import { somebody } from "../journeys/somebody.ts"
import { axeViolations } from "./axeViolations.ts"
import { openSite } from "./openSite.ts"
import type { Site } from "./openSite.ts"
import { picture } from "./picture.ts"
import { watchPages } from "./watchPages.ts"

/** LARRY MO's return, on numbers of their own. */
const larrys = Array.from({ length: 10 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `90011690${last}`,
    wish: { username: `larry.${last}`, email: `larry${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)
let used = 0

let site: Site
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: Array<string>
beforeAll(async () => {
  site = await openSite({ ids: "random", alsoOnFile: larrys })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})
beforeEach(async () => {
  site.house.clock.set(goldenInstant)
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(10_000)
  complaints = watchPages(context)
  page = await context.newPage()
})
afterEach(async () => {
  await context.close()
  expect(complaints).toEqual([])
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
const press = (name: string) => button(name).press("Enter")
const heading = (name: string) => page.getByRole("heading", { name, exact: true }).first().waitFor()
const enterCode = async (code: string) => {
  await page.getByLabel(en["code.label"], { exact: true }).fill(code)
  await press(en["code.confirm"])
}
const logIn = async (username: string) => {
  await page.goto(`${site.origin}/log-in`)
  await page.getByLabel(en["field.username.label"], { exact: true }).fill(username)
  await page.getByLabel(en["field.password.label"], { exact: true }).fill(typedPassword)
  await press(en["log-in.button"])
}
/** Types the password where the page asks for it again. */
const passwordAgain = async () => {
  await page.getByRole("dialog").getByLabel(en["field.password.label"], { exact: true }).fill(typedPassword)
  await press(en["security.password.confirm"])
}
/** The code that was just sent by e-mail, once the page says so. */
const codeSentTo = async (target: string) => {
  await page.getByText("with your MassTaxConnect security code", { exact: false }).first().waitFor()
  await site.house.drain()
  return securityCodeIn(newestMailTo(site.house, target))
}
/** Somebody with a logon and codes by e-mail, at the home page of the Department. */
const atHome = async () => {
  const person = await activePerson(site.house, larrys[used++]!)
  site.house.clock.advance("1 hour")
  await logIn(person.credentials.username)
  await enterCode(await codeSentTo(person.target))
  await heading("Welcome, LARRY MO")
  return person
}
const codeNow = (secret: string) => appCodeAt(secret, site.house.clock.now())
const keyShown = async () => (await page.locator(".mtc-key").innerText()).replaceAll(" ", "")
/** Chromium's own authenticator of passkeys, for this page. */
const withAuthenticator = async () => {
  const cdp = await context.newCDPSession(page)
  await cdp.send("WebAuthn.enable")
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true
    }
  })
}

describe("two-step verification, by the keyboard", () => {
  test("an app is set up at the first log-in, then a phone; each page is well made", async () => {
    const { activationCode, credentials } = await approvedPerson(site.house, larrys[used++]!)
    await page.goto(`${site.origin}/activate#${activationCode}`)
    await page.getByLabel(en["field.username.label"], { exact: true }).fill(credentials.username)
    await page.getByLabel(en["field.password.label"], { exact: true }).fill(typedPassword)
    await press(en["log-in.button"])
    await heading(en["two-step.title"])
    await press(en["two-step.totp.button"])
    await heading(en["security.app.title"])
    expect(await page.getByRole("link", { name: en["security.app.link"] }).getAttribute("href")).toMatch(/^otpauth:/u)
    await isWellMade("add-app")
    await enterCode("12")
    await page.getByRole("group", { name: en["step.problem.title"] }).waitFor()
    await enterCode("000000")
    await page.getByRole("link", { name: en["issue.app-code-wrong"] }).waitFor()
    await isWellMade("add-app-wrong")
    await enterCode(codeNow(await keyShown()))
    await page.getByText(en["two-step.done.other-title"]).waitFor()
    await page.getByText(en["advice.second-method"]).waitFor()
    await isWellMade("two-step-done")

    await press(en["two-step.sms.button"])
    await heading(en["security.phone.title"])
    await isWellMade("add-phone")
    await page.getByLabel(en["security.phone.label"]).fill("617")
    await press(en["security.phone.save"])
    await page.getByRole("group", { name: en["step.problem.title"] }).waitFor()
    await isWellMade("add-phone-wrong")
    await page.getByLabel(en["security.phone.label"]).fill("617 555 0143")
    await press(en["security.phone.save"])
    await heading(en["code.title"])
    await site.house.drain()
    await enterCode(securityCodeIn(Redacted.value(site.house.texts.at(-1)!.text)))
    await heading(en["two-step.title"])
    await press(en["two-step.confirm"])
    await heading("Welcome, LARRY MO")
  })

  test("a passkey is made and used in the browser's own window", async () => {
    const { credentials } = await atHome()
    await withAuthenticator()
    await page.getByRole("link", { name: en["security.manage"] }).press("Enter")
    await heading(en["page.security.title"])
    await press("Add: Passkey")
    await heading(en["security.passkey.title"])
    await isWellMade("add-passkey")
    await press(en["security.passkey.make"])
    await page.getByText(en["security.ways.added"]).waitFor()
    await isWellMade("security")

    await logIn(credentials.username)
    await heading(en["code.title"])
    await page.getByLabel("Passkey").press("Space")
    await isWellMade("choose-way")
    await press(en["code.send"])
    await isWellMade("use-passkey")
    await press(en["security.passkey.use"])
    await heading("Welcome, LARRY MO")
  })

  test("recovery codes are shown once, and one of them logs in", async () => {
    const { credentials } = await atHome()
    await page.goto(`${site.origin}/security`)
    await heading(en["page.security.title"])
    await press(en["security.codes.make"])
    await page.getByText(en["security.codes.once"]).waitFor()
    const codes = await page.locator(".mtc-codes code").allInnerTexts()
    expect(codes).toHaveLength(10)
    await isWellMade("recovery-codes")
    await page.emulateMedia({ media: "print" })
    expect(await page.locator("main").innerText()).toContain(codes[9])
    expect(await page.getByRole("heading", { name: en["security.devices.title"] }).isVisible()).toBe(false)
    await page.emulateMedia({ media: "screen" })
    await page.reload()
    await heading(en["page.security.title"])
    expect(await page.locator("main").innerText()).not.toContain(codes[0])

    await logIn(credentials.username)
    await heading(en["code.title"])
    await press(en["security.recovery.link"])
    await heading(en["security.recovery.title"])
    await isWellMade("recovery-code")
    const type = async (code: string) => {
      await page.getByLabel(en["security.recovery.label"], { exact: true }).fill(code)
      await press(en["security.recovery.confirm"])
    }
    await type("short")
    await page.getByRole("group", { name: en["step.problem.title"] }).waitFor()
    await type("0000-0000-0000-0000")
    await page.getByRole("link", { name: en["issue.recovery-code-wrong"] }).waitFor()
    await isWellMade("recovery-code-wrong")
    await type(codes[0]!.toLowerCase())
    await heading("Welcome, LARRY MO")
  })

  test("a way is added and removed with the password typed again, and one stays", async () => {
    await atHome()
    await page.goto(`${site.origin}/security`)
    await heading(en["page.security.title"])
    for (let n = 0; n < 2; n++) {
      site.house.clock.advance("11 minutes")
      await page.reload()
      await heading(en["page.security.title"])
    }
    await press("Add: Authentication App")
    await page.getByRole("dialog").waitFor()
    await isWellMade("password-again")
    await passwordAgain()
    await heading(en["security.app.title"])
    await enterCode(codeNow(await keyShown()))
    await page.getByText(en["security.ways.added"]).waitFor()

    const remove = async (name: RegExp) => {
      await page.getByRole("button", { name }).press("Enter")
      await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).press("Enter")
    }
    await remove(/^Remove Email/u)
    await page.getByText(en["security.ways.removed"]).waitFor()
    await remove(/^Remove Authentication App/u)
    await page.getByText(en["problem.last-method"]).waitFor()
    await isWellMade("security-last-way")
  })

  test("a trusted device is listed by its name, removed, and all others are logged out", async () => {
    const { credentials, target } = await atHome()
    site.house.clock.advance("1 minute")
    await logIn(credentials.username)
    const code = await codeSentTo(target)
    await page.getByLabel(en["code.trust"]).press("Space")
    await enterCode(code)
    await heading("Welcome, LARRY MO")
    await page.goto(`${site.origin}/security`)
    await page.getByText("Chrome on Linux").first().waitFor()
    await page.getByText(en["security.devices.this"]).waitFor()
    await isWellMade("devices")
    await page.getByRole("button", { name: /^Remove Chrome on Linux/u }).press("Enter")
    await page.getByText(en["security.devices.none"]).waitFor()
    await press(en["security.everywhere.button"])
    await page.getByText(en["security.everywhere.done"]).waitFor()
    await isWellMade("everywhere")
  })
})

describe("a session that is about to end", () => {
  test("asks, goes on when it is told to, and says when it is over", async () => {
    await atHome()
    site.house.clock.advance("13 minutes")
    await page.goto(`${site.origin}/terms`)
    await page.getByText(en["security.terms.text"]).waitFor()
    site.house.clock.advance("14 minutes")
    // This page calls for nothing of its own: looking at the session moves nothing.
    await page.goto(`${site.origin}/two-step`)
    await page.getByRole("dialog", { name: en["security.session.title"] }).waitFor()
    await isWellMade("session-dialog")
    await press(en["security.session.keep"])
    await page.getByRole("dialog").waitFor({ state: "detached" })
    site.house.clock.advance("14 minutes")
    await page.reload()
    await page.getByRole("dialog", { name: en["security.session.title"] }).waitFor()
    site.house.clock.advance("2 minutes")
    await press(en["security.session.keep"])
    await page.getByRole("dialog", { name: en["security.session.over"] }).waitFor()
    await isWellMade("session-over")
    complaints.length = 0
  })
})

describe("D-44 terms that are new", () => {
  test("are read and agreed to before the home page opens", async () => {
    const { credentials, target } = await activePerson(site.house, larrys[used++]!)
    await site.house.runtime.runPromise(
      Effect.flatMap(Database, ({ run }) =>
        run((db) =>
          db
            .update(logonTable)
            .set({ termsVersion: "2019-01-01" })
            .where(eq(logonTable.usernameKey, credentials.username))
        )
      )
    )
    site.house.clock.advance("1 hour")
    await logIn(credentials.username)
    await enterCode(await codeSentTo(target))
    await heading(en["page.terms.title"])
    await page.getByText(en["security.terms.text"]).waitFor()
    await isWellMade("terms")
    await press(en["security.terms.continue"])
    await page.getByRole("group", { name: en["step.problem.title"] }).waitFor()
    await isWellMade("terms-wrong")
    await page.getByLabel(en["security.terms.agree"]).press("Space")
    await press(en["security.terms.continue"])
    await heading("Welcome, LARRY MO")
  })
})
