import type { Person } from "@mtc-logon/core/testing"
import { typedPassword } from "@mtc-logon/core/testing"
import { mtc2020 } from "@mtc-logon/core/rule-sets"
import { en } from "@mtc-logon/core/wording"
import { describe, expect, test } from "vitest"
import { activePerson, newestMailTo } from "../journeys/approvedPerson.ts"
import { letterIdIn, linkCodeIn, notMeCodeIn } from "../journeys/codesIn.ts"
import { somebody } from "../journeys/somebody.ts"
import { visitorOf } from "../journeys/visitorOf.ts"
import { trailSince, ways } from "./openVisit.ts"
import { useVisits } from "./useVisits.ts"

const people = Array.from({ length: 7 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `90011724${last}`,
    wish: { username: `profile.${last}`, email: `profile${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)

const visits = useVisits({ alsoOnFile: people, ids: "random" })

describe.each(ways.map((way, at) => [way, people.slice(3 * at, 3 * at + 3)] as const))(
  "by %s",
  (way, [one, two, three]) => {
    test("each part of the profile is changed, each no stands at its field, and the link of a mail undoes it", async () => {
      const { house } = visits.site
      const { credentials, target } = await activePerson(house, one!)
      const { email } = one!.wish
      const before = (await house.audit()).length
      const visit = await visits.visit(way)
      const { follow, goto, heading, isRefused, isWellMade, press, says, select, type } = visit
      const change = async (label: keyof typeof en, part: keyof typeof en) => {
        await press(`${en["summary.change"]} ${en[label]}`)
        await heading(en[part])
      }
      house.clock.advance("1 hour")
      await visit.logInWithCode(credentials.username, target)
      await follow(en["account.manage"])
      await says(en["my-profile.activity.title"])
      await isWellMade("profile")

      await change("field.name.label", "my-profile.contact.title")
      await isWellMade("profile-contact")
      await type(en["field.name.label"], " ")
      await type(en["field.phone-number.label"], "12")
      await press(en["my-profile.save"])
      await isRefused(en["field.phone-number.label"], en["issue.phone-not-ten-digits"])
      await isRefused(en["field.name.label"], en["issue.name-missing"])
      await isWellMade("profile-contact-refused")
      await press(en["button.cancel"])
      await says(en["my-profile.activity.title"])
      await isWellMade("profile-cancelled")
      await change("summary.phone", "my-profile.contact.title")
      await type(en["field.name.label"], "LAWRENCE MO")
      await type(en["field.phone-number.label"], "(617) 555-0199")
      await visit.choose(en["field.phone-type.work"])
      await select(en["my-profile.language"], "English")
      await press(en["my-profile.save"])
      await says(en["my-profile.saved"])
      await says("(617) 555-0199")
      await isWellMade("profile-saved")

      await change("field.pin.given-label", "my-profile.pin.title")
      await isWellMade("profile-pin")
      const pin = en["field.pin.label"].replace("{digits}", "4")
      await press(en["my-profile.save"])
      await isRefused(pin, en["issue.pin-missing"])
      await type(pin, "12a4")
      await press(en["my-profile.save"])
      await isRefused(pin, en["issue.pin-malformed"])
      await isWellMade("profile-pin-refused")
      await type(pin, "2580")
      await press(en["my-profile.save"])
      await says(en["my-profile.saved"])

      await change("field.secret-question.label", "my-profile.question.title")
      await isWellMade("profile-question")
      await press(en["my-profile.save"])
      await isRefused(en["field.secret-answer.label"], en["issue.secret-answer-missing"])
      await isRefused(en["field.secret-question.label"], en["issue.secret-question-missing"])
      await isWellMade("profile-question-refused")
      await select(en["field.secret-question.label"], en["secret-question.first-pet"])
      await type(en["field.secret-answer.label"], credentials.username)
      await press(en["my-profile.save"])
      await isRefused(en["field.secret-answer.label"], en["issue.secret-answer-is-username"])
      await type(en["field.secret-answer.label"], "Rex of Boston")
      await press(en["my-profile.save"])
      await says(en["my-profile.saved"])

      await change("field.email.label", "my-profile.email.title")
      await isWellMade("profile-email")
      await press(en["my-profile.email.button"])
      await isRefused(en["wrong-email.email"], en["issue.email-missing"])
      await type(en["wrong-email.email"], `new.${email}`)
      await type(en["wrong-email.confirm"], `other.${email}`)
      await press(en["my-profile.email.button"])
      await isRefused(en["wrong-email.confirm"], en["issue.emails-differ"])
      await isWellMade("profile-email-refused")
      await type(en["wrong-email.confirm"], `new.${email}`)
      await press(en["my-profile.email.button"])
      await says(en["my-profile.email.sent"])
      await isWellMade("profile-email-sent")
      await house.drain()
      const link = `/profile#${linkCodeIn(newestMailTo(house, `new.${email}`), "profile")}`
      await visit.context.clearCookies()
      await goto(link)
      await says(en["page.log-in-first"])
      await isWellMade("profile-email-link-waits")
      await press(en["page.log-in.title"])
      await heading(en["page.log-in.title"])
      await visit.logInByMail(credentials.username, target)
      await says(en["my-profile.email.confirm-title"])
      await isWellMade("profile-email-link")
      await press(en["my-profile.email.confirm"])
      await says(en["my-profile.email.confirmed"])
      await says(`new.${email}`)
      await isWellMade("profile-email-confirmed")
      await goto(link)
      await press(en["my-profile.email.confirm"])
      await says(en["problem.link-refused"])
      await isWellMade("profile-email-link-refused")
      await house.drain()
      const notice = newestMailTo(house, email)
      expect(notice).toContain("someone changed your e-mail address")

      for (let n = 0; n < 2; n++) {
        house.clock.advance("11 minutes")
        await goto("/profile")
        await says(en["my-profile.activity.title"])
      }
      await change("field.password.label", "my-profile.password.title")
      await isWellMade("profile-password")
      await press(en["my-profile.save"])
      await isRefused(en["new-password.label"], en["issue.password-missing"])
      await type(en["new-password.label"], "Harbor4Sails")
      await type(en["field.confirm-password.label"], "Harbor5Sails")
      await press(en["my-profile.save"])
      await says(en["my-profile.password-again.text"])
      await isWellMade("profile-password-again")
      await press(en["my-profile.password-again.button"])
      await isRefused(en["my-profile.password-again.label"], en["issue.your-password-missing"])
      await type(en["my-profile.password-again.label"], "Wrong4Word")
      await press(en["my-profile.password-again.button"])
      await says(en["problem.password-wrong"])
      await isWellMade("profile-password-again-refused")
      await type(en["my-profile.password-again.label"], typedPassword)
      await press(en["my-profile.password-again.button"])
      await isRefused(en["field.confirm-password.label"], en["issue.passwords-differ"])
      await type(en["field.confirm-password.label"], "Harbor4Sails")
      await press(en["my-profile.save"])
      await says(en["my-profile.password.saved"])
      await isWellMade("profile-password-saved")

      await goto(`/not-me#${linkCodeIn(notice, "not-me")}`)
      await heading(en["page.not-me.title"])
      await isWellMade("not-me")
      await press(en["not-me.button"])
      await says(en["not-me.done-title"])
      await isWellMade("not-me-done")
      await house.drain()
      expect(newestMailTo(house, email)).toContain("No one can log in with the username")
      await goto("/profile")
      await says(en["page.log-in-first"])
      await isWellMade("profile-out")

      await expect(await trailSince(house, before)).toMatchFileSnapshot("goldens/profile.audit.json")
    })

    test("a name that is changed late asks for the password first, and what was typed stays", async () => {
      const { house } = visits.site
      const { credentials, target } = await activePerson(house, three!)
      const visit = await visits.visit(way)
      const { follow, goto, heading, isWellMade, press, says, type } = visit
      house.clock.advance("1 hour")
      await visit.logInWithCode(credentials.username, target)
      await follow(en["account.manage"])
      // The page that the link leads to is there: the next one interrupts no navigation.
      await says(en["my-profile.activity.title"])
      for (let n = 0; n < 2; n++) {
        house.clock.advance("11 minutes")
        await goto("/profile")
        await says(en["my-profile.activity.title"])
      }
      await press(`${en["summary.change"]} ${en["field.name.label"]}`)
      await heading(en["my-profile.contact.title"])
      await type(en["field.name.label"], "LAWRENCE MO")
      await type(en["field.phone-number.label"], "(617) 555-0199")
      await press(en["my-profile.save"])
      await says(en["my-profile.password-again.text"])
      await isWellMade("profile-contact-password-again")
      await type(en["my-profile.password-again.label"], typedPassword)
      await press(en["my-profile.password-again.button"])
      await says(en["my-profile.saved"])
      await says("LAWRENCE MO")
      await says("(617) 555-0199")
    })

    test("this was not me: opening the link changes nothing, and the code of the mail does it typed by hand", async () => {
      const { house } = visits.site
      const { credentials, visitor } = await activePerson(house, two!)
      const before = (await house.audit()).length
      await visitor.call("PATCH", "/v1/me/profile", { body: { name: "SOMEBODY ELSE" } })
      await house.drain()
      const mail = newestMailTo(house, two!.wish.email)
      const visit = await visits.visit(way)
      const { goto, heading, isRefused, isWellMade, page, press, says, type } = visit
      await goto(`/not-me#${linkCodeIn(mail, "not-me")}`)
      await heading(en["page.not-me.title"])
      expect(await page.getByLabel(en["not-me.code-label"], { exact: true }).inputValue()).toBe(notMeCodeIn(mail))
      expect((await visitor.call("GET", "/v1/me")).status).toBe(200)

      await goto("/not-me")
      await heading(en["page.not-me.title"])
      await press(en["not-me.button"])
      await isRefused(en["not-me.code-label"], en["issue.not-me-code-missing"])
      await isWellMade("not-me-empty")
      await type(en["not-me.code-label"], "0000-0000-0000-0000")
      await press(en["not-me.button"])
      await says(en["not-me.done-title"])
      expect((await visitor.call("GET", "/v1/me")).status).toBe(200)
      await goto("/not-me")
      await type(en["not-me.code-label"], notMeCodeIn(mail).toLowerCase().replaceAll("-", " "))
      await press(en["not-me.button"])
      await says(en["not-me.done-title"])
      expect((await visitor.call("GET", "/v1/me")).status).toBe(401)
      await goto("/log-in")
      await visit.logIn(credentials.username)
      await says(en["log-in.failed"])

      await expect(await trailSince(house, before)).toMatchFileSnapshot("goldens/not-me.audit.json")
    })
  }
)

test("D-25 a Master Administrator types the letter ID on Manage My Profile, allows amounts again and closes registration at once", async () => {
  const larry = somebody("larry-mo")
  const { house } = visits.site
  const visit = await visits.visit()
  const { goto, heading, isRefused, isWellMade, press, says, type } = visit
  const { credentials, target } = await activePerson(house, larry)
  house.clock.advance("1 hour")
  await visit.logInWithCode(credentials.username, target)
  await visitorOf(house).call("POST", "/v1/letter-requests", { body: { idType: "SSN", id: larry.id } })
  await house.drain()
  const letterId = letterIdIn(house.letters.findLast(({ text }) => /\bL\d{10}\b/u.test(text))!.text)

  await goto("/profile")
  await heading(en["my-profile.letter-code.title"])
  await says("For 14 days from your first log-in")
  await isWellMade("letter-code")
  // D-30: amounts are allowed again by a logon that is confirmed with a letter, once in a while.
  const { reopenDays } = mtc2020.policy.verification.attempts.amounts
  await says(`you can allow them again once every ${reopenDays} days.`)
  const amountsAreRefused = async () => {
    await press(en["my-profile.amounts.open"])
    await says(en["problem.nothing-to-open"])
  }
  await amountsAreRefused()
  await press(en["my-profile.letter-code.button"])
  await isRefused(en["field.letter-id.label"], en["issue.letter-id-missing"])
  await type(en["field.letter-id.label"], "L0000009999")
  await press(en["my-profile.letter-code.button"])
  await says(en["problem.letter-refused"])
  await isWellMade("letter-code-refused")
  await type(en["field.letter-id.label"], letterId.toLowerCase())
  await press(en["my-profile.letter-code.button"])
  await says(en["my-profile.letter-code.done"])
  await press(en["my-profile.amounts.open"])
  await says(en["my-profile.amounts.done"])
  await isWellMade("amounts-allowed")
  await amountsAreRefused()
  await press(en["my-profile.lock.close"])
  await says(en["my-profile.lock.is-closed"])
  await isWellMade("letter-code-done")
})

test("D-25 where the 14 days are over, Manage My Profile still offers the letter ID, and then no more", async () => {
  const { house } = visits.site
  const visit = await visits.visit()
  const { goto, heading, isWellMade, page, press, says, type } = visit
  const { credentials, target } = await activePerson(house, people[6]!)
  house.clock.advance("15 days")
  await visit.logInWithCode(credentials.username, target)
  await visitorOf(house).call("POST", "/v1/letter-requests", { body: { idType: "SSN", id: people[6]!.id } })
  await house.drain()
  const letterId = letterIdIn(house.letters.findLast(({ text }) => /\bL\d{10}\b/u.test(text))!.text)

  await goto("/profile")
  await heading(en["my-profile.letter-code.title"])
  await says("You are Master Administrator because of an amount")
  expect(await page.getByText("For 14 days from your first log-in").count()).toBe(0)
  await isWellMade("letter-code-after-hold")
  await type(en["field.letter-id.label"], letterId)
  await press(en["my-profile.letter-code.button"])
  await says(en["my-profile.letter-code.done"])
  await goto("/profile")
  await says(en["my-profile.activity.title"])
  expect(await page.getByRole("heading", { name: en["my-profile.letter-code.title"] }).count()).toBe(0)
})
