import type { Person } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import { describe, expect, test } from "vitest"
import { activePerson, newestMailTo } from "../journeys/approvedPerson.ts"
import { letterIdIn, linkCodeIn } from "../journeys/codesIn.ts"
import { somebody } from "../journeys/somebody.ts"
import { answered } from "./answered.ts"
import { isAt, press as pressIn, walkTo } from "./fillStep.ts"
import { trailSince, ways } from "./openVisit.ts"
import type { Visit } from "./openVisit.ts"
import { useVisits } from "./useVisits.ts"

const people = ways.map((_, last): Person =>
  somebody("larry-mo", {
    id: `90011725${last}`,
    wish: { username: `recovery.${last}`, email: `recovery${last}@example.com`, phoneNumber: "(617) 555-0110" },
    contact: {
      address: [`LARRY MO ${last}`, `${last} Example Street`, "Boston MA 02108"],
      formerAddress: null,
      addressChangedOn: null,
      emails: []
    }
  })
)

const visits = useVisits({ alsoOnFile: people, ids: "random", tools: true })

/** The letter ID of the newest letter in the post of the development inbox, read in a window of its own. */
const letterIdInThePost = async ({ context }: Visit) => {
  await visits.site.house.drain()
  const post = await context.newPage()
  await post.goto(`${visits.site.origin}/dev/inbox`)
  await post.getByRole("link", { name: en["dev.inbox.channel.post"], exact: true }).click()
  const letter = post.frameLocator(`iframe[title="${en["dev.inbox.html"]}"]`)
  const letterId = letterIdIn(await letter.locator("body").innerText())
  await post.close()
  return letterId
}

describe.each(ways.map((way, at) => [way, people[at]!] as const))("by %s", (way, person) => {
  test("username and password are forgotten and found again, three wrong answers end a link, and two steps are still asked", async () => {
    const { house } = visits.site
    const { credentials, target } = await activePerson(house, person)
    const { email, username } = person.wish
    const before = (await house.audit()).length
    const visit = await visits.visit(way)
    const { choose, follow, goto, heading, isRefused, isWellMade, page, press, says, type } = visit
    house.clock.advance("1 hour")

    await goto("/log-in")
    await follow(en["log-in.forgot"])
    await heading(en["page.forgot.title"])
    await isWellMade("forgot")
    await press(en["button.next"])
    await isRefused(en["forgot.password.title"], en["issue.forgot-missing"])
    await isWellMade("forgot-nothing-chosen")
    await choose(en["forgot.username.title"])
    await press(en["forgot.username.button"])
    await isRefused(en["field.email.label"], en["issue.email-missing"])
    await type(en["field.email.label"], "not an address")
    await press(en["forgot.username.button"])
    await isRefused(en["field.email.label"], en["issue.email-malformed"])
    await isWellMade("forgot-username-refused")
    await type(en["field.email.label"], email)
    await press(en["forgot.username.button"])
    await says(en["forgot.sent-title"])
    await isWellMade("forgot-username-sent")
    await house.drain()
    expect(newestMailTo(house, email)).toContain(`your username is ${username}.`)

    const askForLink = async () => {
      await type(en["field.username.label"], username)
      await press(en["forgot.password.button"])
      await says(en["forgot.sent-title"])
      await house.drain()
      return `/reset#${linkCodeIn(newestMailTo(house, email), "reset")}`
    }
    const reset = async (answer: string, password: string) => {
      await type(en["secret-question.city-met-spouse"], answer)
      await type(en["new-password.label"], password)
      await answered(page, /\/reset$/u, () => press(en["reset.button"]))
    }
    await goto("/forgot")
    await choose(en["forgot.password.title"])
    await press(en["forgot.password.button"])
    await isRefused(en["field.username.label"], en["issue.username-missing"])
    await isWellMade("forgot-password-refused")
    const first = await askForLink()
    await isWellMade("forgot-password-sent")
    await goto(first)
    await says(en["secret-question.city-met-spouse"])
    await isWellMade("reset")
    await press(en["reset.button"])
    await isRefused(en["new-password.label"], en["issue.password-missing"])
    await isRefused(en["secret-question.city-met-spouse"], en["issue.secret-answer-missing"])
    await isWellMade("reset-empty")
    await reset("Boston", "short")
    await isRefused(en["new-password.label"], "The password must have 8 to 15 characters")
    for (const answer of ["Salem", "Lynn", "Worcester"]) {
      await reset(answer, "Harbor4Sails")
      await says(en["problem.answer-refused"])
    }
    await isWellMade("reset-answer-refused")
    await reset("Boston", "Harbor4Sails")
    await says(en["problem.link-refused"])
    await isWellMade("reset-ended")
    await follow(en["reset.again"])
    await heading(en["page.forgot.title"])
    await choose(en["forgot.password.title"])
    const second = await askForLink()
    await goto(first)
    await says(en["problem.link-refused"])
    await isWellMade("reset-link-refused")
    await goto("/reset")
    await says(en["reset.no-link"])
    await isWellMade("reset-without-link")
    await goto(second)
    await reset(" boston ", "Harbor4Sails")
    await says(en["reset.done-title"])
    await isWellMade("reset-done")
    await follow(en["page.log-in.title"])
    await visit.logIn(username, credentials.password)
    await says(en["log-in.failed"])
    await visit.logInWithCode(username, target, "Harbor4Sails")

    await expect(await trailSince(house, before)).toMatchFileSnapshot("goldens/forgotten.audit.json")
  })

  test("whoever lost everything asks for a letter, finds it in the post, and its letter ID works in a new request", async () => {
    const { house } = visits.site
    const before = (await house.audit()).length
    const visit = await visits.visit(way)
    const { choose, follow, goto, heading, isRefused, isWellMade, page, press, says, type } = visit
    house.clock.set("2020-11-21T13:55:15-05:00")

    await goto("/forgot")
    await follow(en["forgot.letter"])
    await heading(en["page.letter.title"])
    await isWellMade("letter")
    await press(en["letter-page.button"])
    await isRefused(en["letter-page.id-label"], en["issue.id-missing"])
    await isRefused(en["field.id-type.ssn"], en["issue.id-type-missing"])
    await type(en["letter-page.id-label"], "12")
    await choose(en["field.id-type.ssn"])
    await press(en["letter-page.button"])
    await isRefused(en["letter-page.id-label"], en["issue.id-not-nine-digits"])
    await isWellMade("letter-refused")
    await type(en["letter-page.id-label"], person.id)
    await press(en["letter-page.button"])
    await says(en["letter-page.done-title"])
    await isWellMade("letter-asked")
    const letterId = await letterIdInThePost(visit)

    await goto("/register")
    await press(en["registration-options.create"])
    const wish = { ...person.wish, username: `${person.wish.username}.again`, email: `again.${person.wish.email}` }
    await walkTo(page, { ...person, evidence: { verificationType: "letterId", letterId }, wish })
    await isWellMade("summary-by-letter")
    await pressIn(page, "submit")
    await isAt(page, "confirmation")
    await house.drain()
    await says(en["status.approved"])
    await isWellMade("approved-by-letter")
    expect(newestMailTo(house, wish.email)).toContain(wish.username)

    await expect(await trailSince(house, before)).toMatchFileSnapshot("goldens/letter.audit.json")
  })
})
