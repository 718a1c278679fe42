import type { Person } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import { describe, expect, test } from "vitest"
import { appCodeAt } from "../journeys/appCodeAt.ts"
import { approvedPerson, newestMailTo } from "../journeys/approvedPerson.ts"
import { activationCodeIn, securityCodeIn } from "../journeys/codesIn.ts"
import { somebody } from "../journeys/somebody.ts"
import { opening, trailSince, ways } from "./openVisit.ts"
import { useVisits } from "./useVisits.ts"

const people = ways.map((_, last): Person =>
  somebody("larry-mo", {
    id: `90011720${last}`,
    wish: { username: `first.${last}`, email: `first${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)

const visits = useVisits({ alsoOnFile: people, ids: "random", tools: true })

/** The code of the newest text message on the development phone, read in a browser of its own. */
const codeOnPhone = async () => {
  await visits.site.house.drain()
  const phone = await visits.browser.newPage()
  await phone.goto(`${visits.site.origin}/dev/inbox`)
  await phone.getByRole("link", { name: en["dev.inbox.channel.sms"], exact: true }).click()
  const code = securityCodeIn(await phone.getByRole("article").innerText())
  await phone.close()
  return code
}

describe.each(ways.map((way, at) => [way, people[at]!] as const))("the first log-in, by %s", (way, person) => {
  test("asks for the link until a way to get codes is confirmed; app, phone and e-mail are set up, and every no is told", async () => {
    const { house } = visits.site
    const { email, username } = person.wish
    const { activationCode } = await approvedPerson(house, person)
    const before = (await house.audit()).length
    const visit = await visits.visit(way)
    const { enterCode, goto, heading, isRefused, isWellMade, page, press, says, type } = visit
    await page.clock.install()
    const later = async (seconds: number) => {
      house.clock.advance(`${seconds} seconds`)
      await page.clock.fastForward(seconds * 1000)
    }

    await goto("/log-in")
    await press(en["log-in.button"])
    await isRefused(en["field.password.label"], en["issue.your-password-missing"])
    await isRefused(en["field.username.label"], en["issue.your-username-missing"])
    await isWellMade("first-log-in-empty")
    await visit.logIn(username, "Wrong4Word")
    await says(en["log-in.failed"])
    await isWellMade("first-log-in-failed")
    await visit.logIn(username)
    await says(en["log-in.activation.missing"])
    await isWellMade("first-log-in-without-link")
    await press(en["log-in.activation.resend"])
    await says(en["log-in.activation.resent"])
    await isWellMade("first-log-in-link-resent")
    await house.drain()
    await goto(`/activate#${activationCode}`)
    await visit.logIn(username)
    await says(opening("log-in.activation.superseded"))
    await isWellMade("activate-superseded")
    const link = `/activate#${activationCodeIn(newestMailTo(house, email))}`
    await goto(link)
    await says(en["page.activate.text"])
    await isWellMade("activate")
    await visit.logIn(username)
    await heading(en["two-step.title"])
    await isWellMade("two-step")
    const confirm = page.getByRole("button", { name: en["two-step.confirm"], exact: true })
    expect(await confirm.count()).toBe(0)
    await goto("/log-in")
    await visit.logIn(username)
    await says(en["log-in.activation.missing"])
    await goto(link)
    await visit.logIn(username)

    await press(en["two-step.totp.button"])
    await heading(en["security.app.title"])
    await page.getByRole("img", { name: en["security.app.picture"] }).waitFor()
    await isWellMade("app")
    const [, key = ""] = /Key: ([A-Z2-7 ]+)/u.exec(await page.getByRole("main").innerText())!
    const appCode = () => appCodeAt(key.replaceAll(" ", ""), house.clock.now())
    await press(en["code.confirm"])
    await isRefused(en["code.label"], en["issue.security-code-missing"])
    await isWellMade("app-empty")
    const old = appCode()
    await later(120)
    await enterCode(old)
    await isRefused(en["code.label"], en["issue.app-code-wrong"])
    await isWellMade("app-expired")
    await enterCode(appCode())
    await says(en["two-step.done.other-title"])
    await says(en["advice.second-method"])
    await isWellMade("two-step-app")

    await press(en["two-step.sms.button"])
    await heading(en["security.phone.title"])
    await isWellMade("phone")
    await press(en["security.phone.save"])
    await isRefused(en["security.phone.label"], en["issue.phone-missing"])
    await type(en["security.phone.label"], "617 555")
    await press(en["security.phone.save"])
    await isRefused(en["security.phone.label"], en["issue.phone-not-ten-digits"])
    await isWellMade("phone-refused")
    await type(en["security.phone.label"], `617 555 01${way === ways[0] ? 43 : 44}`)
    await press(en["security.phone.save"])
    await heading(en["code.title"])
    await says(opening("code.resend-in"))
    await isWellMade("phone-code")
    const first = await codeOnPhone()
    await later(30)
    await page.getByText(opening("code.resend-in")).waitFor({ state: "detached" })
    await press(en["code.resend"])
    await says(en["code.resent"])
    await enterCode(first)
    await isRefused(en["code.label"], en["issue.security-code-wrong"])
    await isWellMade("phone-code-superseded")
    const second = await codeOnPhone()
    await later(601)
    await says(en["code.expired"])
    await enterCode(second)
    await isRefused(en["code.label"], en["issue.security-code-wrong"])
    await isWellMade("phone-code-expired")
    await press(en["code.resend"])
    await page.getByText(en["code.expired"]).waitFor({ state: "detached" })
    await enterCode(await codeOnPhone())
    await heading(en["two-step.title"])

    await press(en["two-step.email.button"])
    await heading(en["two-step.email.title-add"])
    await isWellMade("mailbox")
    await type(en["two-step.email.label"], "not an address")
    await press(en["two-step.email.save"])
    await isRefused(en["two-step.email.label"], en["issue.email-malformed"])
    await isWellMade("mailbox-refused")
    await type(en["two-step.email.label"], `codes.${email}`)
    await press(en["two-step.email.save"])
    await says(en["problem.too-soon"])
    await isWellMade("mailbox-too-soon")
    await later(300)
    await press(en["two-step.email.save"])
    await says(`was sent to codes.${email}`)
    await house.drain()
    await enterCode(securityCodeIn(newestMailTo(house, `codes.${email}`)))
    await says(en["two-step.done.title"])
    await isWellMade("two-step-done")
    await press(en["two-step.confirm"])
    await heading("Welcome, LARRY MO")
    await isWellMade("home")
    await press(en["account.log-out"])
    await heading(en["page.home.title"])
    await isWellMade("out")

    await expect(await trailSince(house, before)).toMatchFileSnapshot("goldens/first-log-in.audit.json")
  })
})
