import { existingPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import { describe, expect, test } from "vitest"
import { activePerson, newestMailTo } from "../journeys/approvedPerson.ts"
import { linkCodeIn } from "../journeys/codesIn.ts"
import { somebody } from "../journeys/somebody.ts"
import { visitorOf } from "../journeys/visitorOf.ts"
import { trailSince, ways } from "./openVisit.ts"
import type { Visit } from "./openVisit.ts"
import { useVisits } from "./useVisits.ts"

const people = ways.map((_, last): Person =>
  somebody("larry-mo", {
    id: `90011721${last}`,
    wish: { username: `passkeys.${last}`, email: `passkeys${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)

const visits = useVisits({ alsoOnFile: people, ids: "random" })

/** Chromium's own authenticator of passkeys; whether its person shows a finger. */
const withAuthenticator = async ({ context, page }: Visit) => {
  const cdp = await context.newCDPSession(page)
  await cdp.send("WebAuthn.enable")
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true
    }
  })
  return (isUserVerified: boolean) => cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified })
}

describe.each(ways.map((way, at) => [way, people[at]!] as const))("by %s", (way, person) => {
  test("a passkey is made and logs in, recovery codes are shown once and one of them logs in once", async () => {
    const { house } = visits.site
    const { credentials, target } = await activePerson(house, person)
    const before = (await house.audit()).length
    const visit = await visits.visit(way)
    const { choose, follow, goto, heading, isRefused, isWellMade, page, press, says, type } = visit
    const showFinger = await withAuthenticator(visit)
    house.clock.advance("1 hour")
    await visit.logInWithCode(credentials.username, target)

    await follow(en["security.manage"])
    await heading(en["page.security.title"])
    await isWellMade("security")
    await press("Add: Passkey")
    await heading(en["security.passkey.title"])
    await isWellMade("passkey")
    await showFinger(false)
    await press(en["security.passkey.make"])
    await says(en["security.passkey.failed"])
    await isWellMade("passkey-closed")
    await showFinger(true)
    await press(en["security.passkey.make"])
    await says(en["security.ways.added"])
    await isWellMade("security-passkey-added")

    const logInBy = async (way: RegExp) => {
      await goto("/log-in")
      await visit.logIn(credentials.username)
      await heading(en["code.title"])
      await choose(way)
      await isWellMade("choose-way")
      await press(en["code.go-on"])
    }
    await logInBy(/^Passkey/u)
    await isWellMade("passkey-log-in")
    await showFinger(false)
    await press(en["security.passkey.use"])
    await says(en["security.passkey.failed"])
    await isWellMade("passkey-log-in-closed")
    await showFinger(true)
    await press(en["security.passkey.use"])
    await heading("Welcome, LARRY MO")
    await isWellMade("home-by-passkey")

    await goto("/security")
    await press(en["security.codes.make"])
    await says(en["security.codes.once"])
    const codes = (await page.getByRole("main").innerText()).match(/\b[\dA-Z]{4}(?:-[\dA-Z]{4}){3}\b/gu)!
    expect(new Set(codes).size).toBe(10)
    await isWellMade("recovery-codes")
    await page.emulateMedia({ media: "print" })
    expect(await page.getByRole("main").innerText()).toContain(codes[9])
    expect(await page.getByRole("heading", { name: en["security.devices.title"] }).isVisible()).toBe(false)
    await page.emulateMedia({ media: "screen" })
    await page.reload()
    await says("You have 10 that are not used.")
    expect(await page.getByRole("main").innerText()).not.toContain(codes[0])

    const openRecovery = async () => {
      await goto("/log-in")
      await visit.logIn(credentials.username)
      await heading(en["code.title"])
      await press(en["security.recovery.link"])
      await heading(en["security.recovery.title"])
    }
    const use = async (code: string) => {
      await type(en["security.recovery.label"], code)
      await press(en["security.recovery.confirm"])
    }
    await openRecovery()
    await isWellMade("recovery-code")
    await press(en["security.recovery.confirm"])
    await isRefused(en["security.recovery.label"], en["issue.recovery-code-missing"])
    await use("short")
    await isRefused(en["security.recovery.label"], en["issue.recovery-code-malformed"])
    await use("0000-0000-0000-0000")
    await isRefused(en["security.recovery.label"], en["issue.recovery-code-wrong"])
    await isWellMade("recovery-code-refused")
    await use(codes[0]!.toLowerCase())
    await heading("Welcome, LARRY MO")
    await press(en["account.log-out"])
    await heading(en["page.home.title"])
    await openRecovery()
    await use(codes[0]!)
    await isRefused(en["security.recovery.label"], en["issue.recovery-code-wrong"])
    await use(codes[1]!)
    await heading("Welcome, LARRY MO")

    const remove = async (way: RegExp) => {
      await press(way)
      await page.getByRole("dialog", { name: en["security.ways.remove-title"] }).waitFor()
      await isWellMade("remove-way")
      await press(en["security.ways.remove"])
    }
    await follow(en["security.manage"])
    await remove(/^Remove Email/u)
    await says(en["security.ways.removed"])
    await isWellMade("way-removed")
    await remove(/^Remove Passkey/u)
    await says(en["decision.last-method"])
    await isWellMade("last-way")

    await expect(await trailSince(house, before)).toMatchFileSnapshot("goldens/passkeys.audit.json")
  })
})

test("a forgotten password is replaced with the passkey, by the keyboard, on a page that is well made", async () => {
  // Gina Rossi chose no secret question.
  const { email, username } = somebody("gina-has-logon").logons[0]!
  const newPassword = "Harbor4Sails"
  const { house } = visits.site
  const visit = await visits.visit("the keyboard alone, at 320 px", 1000)
  const { goto, heading, isRefused, isWellMade, page, press, says, type } = visit
  await goto("/log-in")
  await visit.logInByMail(username, email, existingPassword)
  await heading("Welcome, GINA ROSSI")
  await withAuthenticator(visit)
  await goto("/security")
  await press("Add: Passkey")
  await press(en["security.passkey.make"])
  await says(en["security.ways.added"])

  await visitorOf(house).call("POST", "/v1/recovery/password", { body: { username } })
  await house.drain()
  await goto(`/reset#${linkCodeIn(newestMailTo(house, email), "reset")}`)
  await page.getByLabel(en["reset.code-label"], { exact: true }).waitFor()
  await isWellMade("reset-with-passkey")
  await press(en["reset.passkey"])
  await isRefused(en["new-password.label"], en["issue.password-missing"])
  await type(en["new-password.label"], newPassword)
  await press(en["reset.passkey"])
  await says(en["reset.done-title"])
  await isWellMade("reset-with-passkey-done")
  const told = await visitorOf(house).call("POST", "/v1/sessions", { body: { username, password: newPassword } })
  expect(told.status).toBe(201)
})
