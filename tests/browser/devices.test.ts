import type { Person } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import { describe, expect, test } from "vitest"
import { activePerson, newestMailTo } from "../journeys/approvedPerson.ts"
import { securityCodeIn } from "../journeys/codesIn.ts"
import { somebody } from "../journeys/somebody.ts"
import { opening, trailSince, ways } from "./openVisit.ts"
import { useVisits } from "./useVisits.ts"

const people = ways.map((_, last): Person =>
  somebody("larry-mo", {
    id: `90011722${last}`,
    wish: { username: `devices.${last}`, email: `devices${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)

const visits = useVisits({ alsoOnFile: people, ids: "random" })

describe.each(ways.map((way, at) => [way, people[at]!] as const))("by %s", (way, person) => {
  test("a trusted device asks for no code until its trust is taken back, and log out everywhere puts another browser out at once", async () => {
    const { house } = visits.site
    const { credentials, target } = await activePerson(house, person)
    const before = (await house.audit()).length
    const visit = await visits.visit(way)
    const other = await visits.visit(way)
    const { follow, goto, heading, isWellMade, page, press, says, tick } = visit
    const logIn = async () => {
      house.clock.advance("1 minute")
      await goto("/log-in")
      await visit.logIn(credentials.username)
    }
    const logInAndTrust = async () => {
      await logIn()
      await says(opening("code.sent-by-email"))
      await house.drain()
      expect(await page.getByLabel(en["code.trust"]).isChecked()).toBe(false)
      await tick(en["code.trust"])
      await isWellMade("code-and-trust")
      await visit.enterCode(securityCodeIn(newestMailTo(house, target)))
      await heading("Welcome, LARRY MO")
    }

    house.clock.advance("1 hour")
    await logInAndTrust()
    await press(en["account.log-out"])
    await heading(en["page.home.title"])
    await logIn()
    await heading("Welcome, LARRY MO")
    await isWellMade("home-of-a-trusted-device")
    await follow(en["security.manage"])
    await says("Chrome on Linux")
    await says(en["security.devices.this"])
    await isWellMade("devices")
    await press(/^Remove Chrome on Linux/u)
    await says(en["security.devices.removed"])
    await says(en["security.devices.none"])
    await isWellMade("devices-none")
    await logInAndTrust()

    house.clock.advance("1 minute")
    await other.logInWithCode(credentials.username, target)
    await other.follow(en["security.manage"])
    await other.says("Chrome on Linux")
    expect(await other.page.getByText(en["security.devices.this"]).count()).toBe(0)

    await goto("/security")
    await press(en["security.everywhere.button"])
    await says(en["security.everywhere.done"])
    await says(en["security.devices.none"])
    await isWellMade("everywhere")
    await other.press(en["security.codes.make"])
    await other.says(en["page.log-in-first"])
    await other.isWellMade("out-at-once")
    await other.goto("/account")
    await other.heading(en["account.title-out"])
    await other.isWellMade("account-out")
    house.clock.advance("1 hour")
    await logIn()
    await says(opening("code.sent-by-email"))

    await expect(await trailSince(house, before)).toMatchFileSnapshot("goldens/devices.audit.json")
  })
})
