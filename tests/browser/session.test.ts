import type { Person } from "@mtc-logon/core/testing"
import { typedPassword } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import { eq } from "drizzle-orm"
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { Database } from "../../packages/server/src/database/Database.ts"
import { logonTable } from "../../packages/server/src/database/logonTable.ts"
import { activePerson, newestMailTo } from "../journeys/approvedPerson.ts"
import { securityCodeIn } from "../journeys/codesIn.ts"
import { somebody } from "../journeys/somebody.ts"
import { answered } from "./answered.ts"
import { opening, trailSince, ways } from "./openVisit.ts"
import { useVisits } from "./useVisits.ts"

const people = Array.from({ length: 4 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `90011723${last}`,
    wish: { username: `session.${last}`, email: `session${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)

const visits = useVisits({ alsoOnFile: people, ids: "random" })

describe.each(ways.map((way, at) => [way, people.slice(2 * at, 2 * at + 2)] as const))("by %s", (way, [one, two]) => {
  test("a session asks before its idle end, goes on, ends, and wants the password again before what matters", async () => {
    const { house } = visits.site
    const { credentials, target } = await activePerson(house, one!)
    const before = (await house.audit()).length
    const visit = await visits.visit(way)
    const { follow, goto, heading, isWellMade, page, press, says, type } = visit
    await page.clock.install()
    const later = async (minutes: number) => {
      house.clock.advance(`${minutes} minutes`)
      await page.clock.fastForward(minutes * 60_000)
    }
    const dialog = (title: keyof typeof en) => page.getByRole("dialog", { name: en[title], exact: true })
    house.clock.advance("1 hour")
    await visit.logInWithCode(credentials.username, target)
    // The page has learned how long the session lasts, before time goes by.
    await answered(page, /\/sessions\/current$/u, () => page.reload())

    await later(13)
    await dialog("security.session.title").waitFor()
    await isWellMade("session-dialog")
    await press(en["security.session.keep"])
    await dialog("security.session.title").waitFor({ state: "detached" })
    await later(13)
    await dialog("security.session.title").waitFor()
    await page.keyboard.press("Escape")
    await dialog("security.session.title").waitFor({ state: "detached" })
    await later(13)
    await dialog("security.session.title").waitFor()
    await later(3)
    await dialog("security.session.over").waitFor()
    await isWellMade("session-over")
    await follow(en["page.log-in.title"])
    await heading(en["page.log-in.title"])
    await goto("/account")
    await heading(en["account.title-out"])

    await visit.logInWithCode(credentials.username, target)
    await follow(en["security.manage"])
    await heading(en["security.codes.title"])
    for (let n = 0; n < 2; n++) {
      await later(11)
      await page.reload()
      await heading(en["security.codes.title"])
    }
    await press(en["security.codes.make"])
    await dialog("security.password.title").waitFor()
    await isWellMade("password-again")
    await press(en["security.password.confirm"])
    await says(en["issue.your-password-missing"])
    await isWellMade("password-again-empty")
    await type(en["field.password.label"], "Wrong4Word")
    await press(en["security.password.confirm"])
    await says(en["problem.password-wrong"])
    await isWellMade("password-again-wrong")
    await type(en["field.password.label"], typedPassword)
    await press(en["security.password.confirm"])
    await says(en["security.codes.once"])
    await isWellMade("codes-after-password")

    await expect(await trailSince(house, before)).toMatchFileSnapshot("goldens/session.audit.json")
  })

  test("D-44 terms that are new are read and agreed to before the home page opens", async () => {
    const { house } = visits.site
    const { credentials, target } = await activePerson(house, two!)
    await house.runtime.runPromise(
      Effect.flatMap(Database, ({ run }) =>
        run((db) =>
          db
            .update(logonTable)
            .set({ termsVersion: "2019-01-01" })
            .where(eq(logonTable.usernameKey, credentials.username))
        )
      )
    )
    const before = (await house.audit()).length
    const visit = await visits.visit(way)
    const { goto, heading, isRefused, isWellMade, press, says, tick } = visit
    const logIn = async () => {
      house.clock.advance("1 hour")
      await goto("/log-in")
      await visit.logIn(credentials.username)
      await says(opening("code.sent-by-email"))
      await house.drain()
      await visit.enterCode(securityCodeIn(newestMailTo(house, target)))
      await heading(en["page.terms.title"])
    }
    await logIn()
    await says(en["security.terms.text"])
    await isWellMade("terms")
    await goto("/account")
    await says(en["page.log-in-first"])
    await isWellMade("terms-first")
    await logIn()
    await press(en["security.session.log-out"])
    await heading(en["page.home.title"])
    await logIn()
    await press(en["security.terms.continue"])
    await isRefused(en["security.terms.agree"], en["issue.terms-not-accepted"])
    await isWellMade("terms-refused")
    await tick(en["security.terms.agree"])
    await press(en["security.terms.continue"])
    await heading("Welcome, LARRY MO")
    await isWellMade("home-after-terms")

    await expect(await trailSince(house, before)).toMatchFileSnapshot("goldens/new-terms.audit.json")
  })
})
