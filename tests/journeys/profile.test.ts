import { typedPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { activePerson, newestMailTo, setUpCodes } from "./approvedPerson.ts"
import { activationCodeIn, linkCodeIn, notMeCodeIn, securityCodeIn } from "./codesIn.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"

/** LARRY MO's return, on numbers of their own. */
const larrys = Array.from({ length: 40 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `9001155${String(last).padStart(2, "0")}`,
    wish: { username: `profile.${last}`, email: `profile${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)
let used = 0

let house: House
beforeAll(async () => {
  house = await openHouse({ alsoOnFile: larrys, ids: "random" })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(goldenInstant))

const active = async () => {
  const person = larrys[used++]!
  return { ...(await activePerson(house, person)), person }
}
type Active = Awaited<ReturnType<typeof active>>

/** Logs in again, with a code, in a browser of its own; the clock moves past the pause between two codes. */
const another = async ({ credentials, methodId, target }: Active, trustDevice = false, more: object = {}) => {
  const visitor = visitorOf(house)
  house.clock.advance("31 seconds")
  const first = await visitor.call("POST", "/v1/sessions", { body: { ...credentials, ...more } })
  if (first.status !== 201) return { visitor, told: first }
  await visitor.call("POST", "/v1/sessions/current/security-codes", { body: { methodId } })
  await house.drain()
  const code = securityCodeIn(newestMailTo(house, target))
  const told = await visitor.call("POST", "/v1/sessions/current/security-codes/confirm", {
    body: { code, trustDevice }
  })
  return { visitor, told }
}
const says = ({ body, status }: { readonly status: number; readonly body: unknown }) => [
  status,
  (body as { readonly code?: string } | undefined)?.code
]
const newPassword = "Harbor4Sails"
const issuesOf = ({ body }: { readonly body: unknown }) =>
  (body as { readonly issues?: ReadonlyArray<{ readonly path: string; readonly code: string }> }).issues?.map(
    ({ code, path }) => `${path} ${code}`
  )
/** What becomes of a Master Administrator's logon whose change was reported. */
const closed = ["ChangeUndone", "LogonFrozen", "RoleSuspended", "ContestBegun", "LetterMailed"]
const eventsOf = async () => (await house.audit()).map(({ type }) => type)

describe("Manage My Profile", () => {
  test("name, phone and language change at once, and are told with a code that undoes them", async () => {
    const { person, visitor } = await active()
    const told = await visitor.call("PATCH", "/v1/me/profile", {
      body: { name: "LAWRENCE MO", phoneType: "home", phoneNumber: "617 555 0111" }
    })
    expect(told).toMatchObject({
      status: 200,
      body: { username: person.wish.username, name: "LAWRENCE MO", phoneType: "home", phoneNumber: "+16175550111" }
    })
    await house.drain()
    const mail = newestMailTo(house, person.wish.email)
    expect(mail).toContain("someone changed your name, phone number or language on 11/20/2020 1:55:15 PM")
    const code = linkCodeIn(mail, "not-me")
    expect(notMeCodeIn(mail).replaceAll("-", "")).toBe(code)
    expect((await visitor.call("GET", "/v1/me/profile")).body).toMatchObject({ name: "LAWRENCE MO" })
  })

  test("the username is not among what can be changed, and nothing else of the logon is", async () => {
    const { visitor } = await active()
    for (const body of [{ username: "other" }, { status: "active" }, { taxProfessional: true }, { locale: "xx" }])
      expect((await visitor.call("PATCH", "/v1/me/profile", { body })).status).toBe(400)
  })

  test("a profile that stays as it is tells nobody", async () => {
    const { person, visitor } = await active()
    const before = house.mails.length
    expect((await visitor.call("PATCH", "/v1/me/profile", { body: { name: person.name } })).status).toBe(200)
    await house.drain()
    expect(house.mails.length).toBe(before)
  })

  test("D-48 name and phone take a password that was typed within 20 minutes; the language takes none", async () => {
    const { visitor } = await active()
    const patch = (body: object) => visitor.call("PATCH", "/v1/me/profile", { body })
    house.clock.advance("10 minutes")
    await visitor.call("GET", "/v1/me")
    house.clock.set("2020-11-20T14:15:15-05:00")
    for (const body of [
      { name: "SOMEBODY ELSE" },
      { phoneNumber: "(617) 555-0199" },
      { phoneType: "work" },
      { name: "SOMEBODY ELSE", locale: "en" }
    ])
      expect(says(await patch(body))).toEqual([403, "password_required"])
    expect((await patch({ locale: "en" })).status).toBe(200)
    await visitor.call("POST", "/v1/sessions/current/password", { body: { password: typedPassword } })
    expect(await patch({ name: "SOMEBODY ELSE" })).toMatchObject({ status: 200, body: { name: "SOMEBODY ELSE" } })
  })

  test("what cannot be read is told field by field", async () => {
    const { visitor } = await active()
    const told = await visitor.call("PATCH", "/v1/me/profile", {
      body: { name: " ", phoneNumber: "12", email: "a@b.c,evil@d.e", confirmEmail: "x@example.com" }
    })
    expect([told.status, issuesOf(told)]).toEqual([
      422,
      ["name name-missing", "phoneNumber phone-not-ten-digits", "email email-malformed"]
    ])
    expect(told.text).not.toContain("evil@d.e")
  })

  test("a new address counts once its link is used; the one before is told, and can undo it", async () => {
    const it = await active()
    const { person, visitor } = it
    const email = `new.${person.wish.email}`
    const asked = await visitor.call("PATCH", "/v1/me/profile", { body: { email, confirmEmail: email } })
    expect(asked).toMatchObject({ status: 200, body: { emailLinkSent: true, email: person.wish.email } })
    await house.drain()
    const link = linkCodeIn(newestMailTo(house, email), "profile")
    expect((await visitor.call("GET", "/v1/me/profile")).body).toMatchObject({ email: person.wish.email })
    const confirmed = await visitor.call("POST", "/v1/me/email-change/confirm", { body: { code: link } })
    expect(confirmed).toMatchObject({ status: 200, body: { email } })
    expect(says(await visitor.call("POST", "/v1/me/email-change/confirm", { body: { code: link } }))).toEqual([
      422,
      "link_refused"
    ])
    await house.drain()
    const notice = newestMailTo(house, person.wish.email)
    expect(notice).toContain("someone changed your e-mail address")
    expect((await visitorOf(house).call("POST", "/v1/not-me", { body: { code: notMeCodeIn(notice) } })).status).toBe(
      202
    )
    await house.drain()
    expect(newestMailTo(house, person.wish.email)).toContain("No one can log in with the username")
    expect((await visitor.call("GET", "/v1/me")).status).toBe(401)
  })

  test("the link to a new address is refused to another logon, to nobody, at its end, and after a newer one", async () => {
    const one = await active()
    const other = await active()
    const ask = async (email: string) => {
      await one.visitor.call("PATCH", "/v1/me/profile", { body: { email, confirmEmail: email } })
      await house.drain()
      return linkCodeIn(newestMailTo(house, email), "profile")
    }
    const confirm = (visitor: Active["visitor"], code: string) =>
      visitor.call("POST", "/v1/me/email-change/confirm", { body: { code } })
    const first = await ask("first@example.org")
    expect(says(await confirm(other.visitor, first))).toEqual([422, "link_refused"])
    expect(says(await confirm(visitorOf(house), first))).toEqual([401, "not_logged_in"])
    const second = await ask("second@example.org")
    expect(says(await confirm(one.visitor, first))).toEqual([422, "link_refused"])
    house.clock.set("2020-11-21T13:55:15-05:00")
    const late = await another(one)
    house.clock.set("2020-11-21T13:55:15-05:00")
    expect(says(await confirm(late.visitor, second))).toEqual([422, "link_refused"])
    house.clock.set("2020-11-21T13:55:14.999-05:00")
    expect((await confirm(late.visitor, second)).status).toBe(200)
  })
})

describe("a changed password", () => {
  const change = (visitor: Active["visitor"], typed = newPassword, again = typed) =>
    visitor.call("POST", "/v1/me/password", { body: { newPassword: typed, confirmPassword: again } })

  test("ends other sessions and trusted devices at once, and the session that changed it goes on", async () => {
    const it = await active()
    const trusted = await another(it, true)
    expect((await trusted.visitor.call("GET", "/v1/me")).status).toBe(200)
    expect((await change(it.visitor)).status).toBe(204)
    expect((await trusted.visitor.call("GET", "/v1/me")).status).toBe(401)
    expect((await it.visitor.call("GET", "/v1/me")).status).toBe(200)
    const again = await trusted.visitor.call("POST", "/v1/sessions", {
      body: { ...it.credentials, password: newPassword }
    })
    expect(again).toMatchObject({ status: 201, body: { status: "security_code_required" } })
    expect((await visitorOf(house).call("POST", "/v1/sessions", { body: it.credentials })).status).toBe(401)
  })

  test("is none of the last five, keeps the rules, and is typed twice", async () => {
    const { visitor } = await active()
    expect(issuesOf(await change(visitor, typedPassword))).toEqual(["newPassword password-reused"])
    expect(issuesOf(await change(visitor, "short1A"))).toEqual(["newPassword password-length"])
    for (const typed of ["Harbor4Sail\r\n", "Harbor4Sail\ud83d"])
      expect(issuesOf(await change(visitor, typed))).toEqual(["newPassword password-malformed"])
    expect(issuesOf(await change(visitor, newPassword, "Harbor4Sailz"))).toEqual(["confirmPassword passwords-differ"])
    for (let n = 1; n <= 5; n++) expect((await change(visitor, `${newPassword}${n}`)).status).toBe(204)
    expect(issuesOf(await change(visitor, `${newPassword}1`))).toEqual(["newPassword password-reused"])
    expect((await change(visitor, typedPassword)).status).toBe(204)
  })

  test("takes a password that was typed within 20 minutes, the instant itself is too late", async () => {
    const { visitor } = await active()
    house.clock.advance("10 minutes")
    await visitor.call("GET", "/v1/me")
    house.clock.set("2020-11-20T14:15:15-05:00")
    expect(says(await change(visitor))).toEqual([403, "password_required"])
    expect(says(await visitor.call("PUT", "/v1/me/pin", { body: { pin: "2580" } }))).toEqual([403, "password_required"])
    house.clock.set("2020-11-20T14:15:14.999-05:00")
    expect((await change(visitor)).status).toBe(204)
  })

  test("is undone by its code: the old one would be good again, but the logon is closed until staff open it", async () => {
    const it = await active()
    await change(it.visitor)
    await house.drain()
    const mail = newestMailTo(house, it.person.wish.email)
    const before = await eventsOf()
    const told = await visitorOf(house).call("POST", "/v1/not-me", { body: { code: linkCodeIn(mail, "not-me") } })
    expect([told.status, told.text]).toEqual([202, "{}"])
    expect((await eventsOf()).slice(before.length)).toEqual(closed)
    for (const password of [newPassword, typedPassword])
      expect(
        says(await visitorOf(house).call("POST", "/v1/sessions", { body: { ...it.credentials, password } }))
      ).toEqual([401, "log_in_failed"])
    expect((await it.visitor.call("GET", "/v1/me")).status).toBe(401)
  })
})

describe("PIN and secret question", () => {
  test("are changed with a recent password, and what cannot be one is told", async () => {
    const { person, visitor } = await active()
    const pin = (text: string) => visitor.call("PUT", "/v1/me/pin", { body: { pin: text } })
    expect([issuesOf(await pin("12345")), issuesOf(await pin("12a4")), (await pin("2580")).status]).toEqual([
      ["pin pin-length"],
      ["pin pin-malformed"],
      204
    ])
    const question = (secretQuestion: string, secretAnswer: string) =>
      visitor.call("PUT", "/v1/me/secret-question", { body: { secretQuestion, secretAnswer } })
    expect(issuesOf(await question("favourite-colour", "Blue"))).toEqual(["secretQuestion secret-question-not-listed"])
    expect(issuesOf(await question("first-pet", typedPassword))).toEqual(["secretAnswer secret-answer-is-password"])
    expect(issuesOf(await question("first-pet", person.wish.username))).toEqual([
      "secretAnswer secret-answer-is-username"
    ])
    expect((await question("first-pet", "Rex")).status).toBe(204)
    expect((await visitor.call("GET", "/v1/me/profile")).body).toMatchObject({ secretQuestion: "first-pet" })
  })
})

describe("the code of this was not me", () => {
  test("has one answer, whatever was typed, and works once", async () => {
    const it = await active()
    await it.visitor.call("PATCH", "/v1/me/profile", { body: { name: "SOMEBODY ELSE" } })
    await house.drain()
    const code = notMeCodeIn(newestMailTo(house, it.person.wish.email))
    const tell = (typed: string) => visitorOf(house).call("POST", "/v1/not-me", { body: { code: typed } })
    const wrong = await tell("K7QF-2MZX-91AB-7TTE")
    const none = await tell("no code at all")
    const right = await tell(` ${code.toLowerCase()} `)
    const twice = await tell(code)
    const seen = ({ headers, status, text }: typeof wrong) => {
      const names = [...headers].filter(([name]) => name !== "x-request-id")
      return JSON.stringify([status, text, names])
    }
    expect(new Set([wrong, none, right, twice].map(seen)).size).toBe(1)
    const types = await eventsOf()
    expect(types.slice(-6)).toEqual([...closed, "NotMeCodeRefused"])
  })

  test("is good until the instant at which its 30 days are over", async () => {
    const one = await active()
    await one.visitor.call("PATCH", "/v1/me/profile", { body: { name: "SOMEBODY ELSE" } })
    await house.drain()
    const code = notMeCodeIn(newestMailTo(house, one.person.wish.email))
    const tell = () => visitorOf(house).call("POST", "/v1/not-me", { body: { code } })
    house.clock.set("2020-12-20T13:55:15-05:00")
    await tell()
    expect((await eventsOf()).at(-1)).toBe("NotMeCodeRefused")
    house.clock.set("2020-12-20T13:55:14.999-05:00")
    await tell()
    expect((await eventsOf()).slice(-5)).toEqual(closed)
  })
})

describe("the registration lock", () => {
  test("is refused to a Master Administrator who proved with an amount, after 14 days as well", async () => {
    const it = await active()
    const lock = (visitor: Active["visitor"], locked: boolean) =>
      visitor.call("PUT", "/v1/me/registration-lock", { body: { locked } })
    expect(says(await lock(it.visitor, true))).toEqual([409, "nothing_to_lock"])
    house.clock.set("2020-12-04T13:55:15-05:00")
    const later = await another(it)
    expect(says(await lock(later.visitor, true))).toEqual([409, "nothing_to_lock"])
    expect((await later.visitor.call("GET", "/v1/me/registration-lock")).body).toEqual({ locked: false })
  })
})

describe("Who used my number?", () => {
  test("tells the Master Administrator what was decided and asked, in words without a secret", async () => {
    const it = await active()
    const thief = visitorOf(house)
    await thief.walk({
      ...it.person,
      evidence: { verificationType: "amount", amountKind: "taxReturnAmount", amount: "1.00" }
    })
    const { body, text } = await it.visitor.call<{ activity: ReadonlyArray<{ messageId: string }> }>(
      "GET",
      "/v1/me/activity"
    )
    expect(body.activity.map(({ messageId }) => messageId).sort()).toEqual([
      "activity.amount.accepted",
      "activity.amount.refused",
      "activity.request.activated",
      "activity.request.approved",
      "activity.request.submitted"
    ])
    for (const secret of [it.person.id, it.person.id.slice(-4), "100.00", it.person.name, it.person.wish.email])
      expect(text).not.toContain(secret)
  })

  test("says when a request was submitted, approved and activated, each at its own time", async () => {
    const person = larrys[used++]!
    const visitor = visitorOf(house)
    const { request } = await visitor.walk(person)
    await request.submit()
    house.clock.advance("7 minutes")
    await house.drain()
    house.clock.advance("2 hours")
    await visitor.call("POST", "/v1/sessions", {
      body: {
        username: person.wish.username,
        password: typedPassword,
        activationCode: activationCodeIn(newestMailTo(house, person.wish.email))
      }
    })
    house.clock.advance("1 minute")
    await setUpCodes(house, visitor, person.wish.email)
    const { body } = await visitor.call<{ activity: ReadonlyArray<{ messageId: string; at: string }> }>(
      "GET",
      "/v1/me/activity"
    )
    const ofRequest = body.activity.filter(({ messageId }) => messageId.startsWith("activity.request."))
    expect(ofRequest.map(({ at, messageId }) => [messageId.split(".")[2], at])).toEqual([
      ["activated", "2020-11-20T21:03:15.000Z"],
      ["approved", "2020-11-20T19:02:15.000Z"],
      ["submitted", "2020-11-20T18:55:15.000Z"]
    ])
  })
})
