import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Person } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { activePerson, approvedPerson, newestMailTo } from "./approvedPerson.ts"
import { letterIdIn, notMeCodeIn } from "./codesIn.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { statementsDuring } from "./statementsDuring.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Told } from "./visitorOf.ts"

/** LARRY MO's return, on numbers of their own, each with an address. */
const larrys = Array.from({ length: 40 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `9001168${String(last).padStart(2, "0")}`,
    wish: { username: `letters.${last}`, email: `letters${last}@example.com`, phoneNumber: "(617) 555-0110" },
    contact: {
      address: [`LARRY MO ${last}`, `${last} Example Street`, "Boston MA 02108"],
      formerAddress: last === 0 ? ["LARRY MO 0", "1 Former Street", "Boston MA 02109"] : null,
      addressChangedOn: last === 0 ? "2020-11-01" : null,
      emails: last === 0 ? ["on.file@example.com"] : []
    }
  })
)
let used = 1

const postDir = mkdtempSync(join(tmpdir(), "mtc-logon-post-"))
let house: House
beforeAll(async () => {
  house = await openHouse({ alsoOnFile: larrys, ids: "random", settings: { POST_DIR: postDir } })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(goldenInstant))

const call = (path: string, body: unknown) => visitorOf(house).call("POST", path, { body })
const ask = (id: string, idType = "SSN") => call("/v1/letter-requests", { idType, id })
const lettersTo = ({ contact }: Person) => house.letters.filter(({ to }) => to.lines[1] === contact.address[1])
const seen = ({ headers, status, text }: Told<unknown>) =>
  JSON.stringify([status, text, [...headers].filter(([name]) => name !== "x-request-id")])
const byLetter = (person: Person, letterId: string, username: string): Person => ({
  ...person,
  evidence: { verificationType: "letterId", letterId },
  wish: { ...person.wish, username, email: `${username}@example.org` }
})
const events = async () => (await house.audit()).map(({ type }) => type)

describe("a letter that somebody asks for", () => {
  test("goes to the address on file as a page to print, and its letter ID works in the request", async () => {
    const person = larrys[used++]!
    expect((await ask(person.id)).status).toBe(202)
    await house.drain()
    const [letter] = lettersTo(person)
    expect(letter).toMatchObject({ to: { name: "LARRY MO", lines: person.contact.address } })
    const file = join(postDir, `${letter!.id}.html`)
    expect(readFileSync(file, "utf8")).toBe(letter!.html)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(postDir).filter((name) => !name.endsWith(".html"))).toEqual([])
    const letterId = letterIdIn(letter!.text)
    const { logIn, activationCode } = await approvedPerson(house, byLetter(person, letterId, "letter.works"))
    expect((await logIn({ activationCode })).status).toBe(201)
  })

  test("is one in 14 days; the one before lives until the newer one is proved with, and not after it", async () => {
    const person = larrys[used++]!
    for (let n = 1; n <= 3; n++) await ask(person.id)
    await house.drain()
    expect(lettersTo(person)).toHaveLength(1)
    house.clock.set("2020-12-04T13:55:14.999-05:00")
    await ask(person.id)
    await house.drain()
    expect(lettersTo(person)).toHaveLength(1)
    house.clock.set("2020-12-04T13:55:15-05:00")
    await ask(person.id)
    await house.drain()
    const [old, newer] = lettersTo(person).map(({ text }) => letterIdIn(text))
    const visitor = visitorOf(house)
    const byOld = await visitor.walk(byLetter(person, old!, "old.letter"))
    expect(byOld.told.status).toBe(200)
    await byOld.request.cancel()
    expect((await visitor.walk(byLetter(person, newer!, "newer.letter"))).told.status).toBe(200)
    const refused = await visitor.walk(byLetter(person, old!, "old.letter"))
    expect(refused.told).toMatchObject({ status: 422, body: { code: "verification_failed" } })
  })

  test("leaves the owner's request alone that holds the letter before it", async () => {
    const person = larrys[used++]!
    await ask(person.id)
    await house.drain()
    const letterId = letterIdIn(lettersTo(person)[0]!.text)
    house.clock.advance("15 days")
    const { request, told } = await visitorOf(house).walk(byLetter(person, letterId, "held.letter"))
    expect(told.status).toBe(200)
    await ask(person.id)
    await house.drain()
    expect(lettersTo(person)).toHaveLength(2)
    expect((await request.submit()).status).toBe(201)
  })

  test("is answered the same whoever asks: on file, asked before, unknown, with or without hyphens", async () => {
    const person = larrys[used++]!
    const first = await ask(person.id)
    const again = await ask(`${person.id.slice(0, 3)}-${person.id.slice(3, 5)}-${person.id.slice(5)}`)
    const unknown = await ask("900129997")
    expect(new Set([first, again, unknown].map(seen)).size).toBe(1)
    const malformed = await ask("12")
    expect([malformed.status, malformed.text.includes("id-not-nine-digits")]).toEqual([422, true])
  })

  test("does the same work for a number that is asked again and one that nobody has", async () => {
    const person = larrys[used++]!
    await ask(person.id)
    const known = await statementsDuring(() => ask(person.id))
    const unknown = await statementsDuring(() => ask("900129996"))
    expect(known.statements).toEqual(unknown.statements)
  })
})

describe("an approval", () => {
  test("is told by letter to both addresses, by e-mail on file, and as an e-message, each with its own code", async () => {
    const person = larrys[0]!
    const first = await activePerson(house, person)
    expect(house.letters.filter(({ to }) => to.lines[0] === "LARRY MO 0").map(({ to }) => to.lines[1])).toEqual([
      "0 Example Street",
      "1 Former Street"
    ])
    expect(newestMailTo(house, "on.file@example.com")).toContain("a MassTaxConnect logon was created for your taxes")
    const spouse = { ...person, wish: { ...person.wish, username: "letters.spouse", email: "spouse@example.com" } }
    await approvedPerson(house, spouse)
    const codes = [
      ...house.letters.filter(({ to }) => to.lines[0] === "LARRY MO 0").map(({ text }) => notMeCodeIn(text)),
      ...house.mails
        .filter(({ to }) => to.address === "on.file@example.com")
        .map(({ rendered }) => notMeCodeIn(rendered.text))
    ]
    expect([codes.length, new Set(codes).size]).toEqual([6, 6])

    const { body } = await first.visitor.call<{
      messages: ReadonlyArray<{ messageId: string; params: { code: string } }>
    }>("GET", "/v1/me/messages")
    expect(body.messages.map(({ messageId }) => messageId)).toEqual(["message.logon-made"])
    const spouseCredentials = { username: "letters.spouse", password: first.credentials.password }
    await call("/v1/not-me", { code: body.messages[0]!.params.code })
    expect((await call("/v1/sessions", spouseCredentials)).status).toBe(403)
    expect((await first.visitor.call("GET", "/v1/me")).status).toBe(200)
    const after = await first.visitor.call<typeof body>("GET", "/v1/me/messages")
    expect(after.body.messages[0]!.params.code).toBe("-")
  })

  test("by a letter's code closes a logon that nobody has used yet: its activation link is dead", async () => {
    const person = larrys[used++]!
    const { activationCode, logIn } = await approvedPerson(house, person)
    const [letter] = lettersTo(person)
    expect(letter!.text).toContain("A MassTaxConnect logon was created for your taxes on 11/20/2020 1:55:15 PM")
    await call("/v1/not-me", { code: notMeCodeIn(letter!.text).toLowerCase() })
    expect((await logIn({ activationCode })).status).toBe(401)
    await house.drain()
    expect(newestMailTo(house, person.wish.email)).toContain("you did not create or change a new logon")
  })
})

describe("a letter outranks an amount", () => {
  test("whoever was Master Administrator by an amount loses roles, sessions and devices to a letter", async () => {
    const owner = larrys[used++]!
    const thief = await activePerson(house, owner)
    expect((await thief.visitor.call("GET", "/v1/me")).body).toMatchObject({
      access: [{ role: "MasterAdministrator" }]
    })
    house.clock.advance("1 hour")
    const wish = { ...owner.wish, username: `${owner.wish.username}.owner`, email: "owner@example.org" }
    const second = await activePerson(house, { ...owner, wish })
    expect((await second.visitor.call("GET", "/v1/me")).body).toMatchObject({ access: [{ role: "TaxAdministrator" }] })

    house.clock.advance("1 minute")
    await ask(owner.id)
    await house.drain()
    const letterId = letterIdIn(lettersTo(owner).findLast(({ text }) => text.includes("Letter ID"))!.text)
    const third = await activePerson(house, byLetter(owner, letterId, `${owner.wish.username}.letter`))
    expect((await third.visitor.call("GET", "/v1/me")).body).toMatchObject({
      access: [{ role: "MasterAdministrator", scope: "all" }]
    })
    expect((await thief.visitor.call("GET", "/v1/me")).status).toBe(401)
    expect((await second.visitor.call("GET", "/v1/me")).status).toBe(401)
    const types = await events()
    expect(types.filter((type) => type === "ContestBegun" || type === "ContestSettled")).toEqual([
      "ContestBegun",
      "ContestSettled"
    ])
  })

  test("whenever the letter was mailed", async () => {
    const owner = larrys[used++]!
    await ask(owner.id)
    await house.drain()
    const letterId = letterIdIn(lettersTo(owner)[0]!.text)
    house.clock.advance("1 hour")
    await activePerson(house, owner)
    const later = await activePerson(house, byLetter(owner, letterId, `${owner.wish.username}.later`))
    expect((await later.visitor.call("GET", "/v1/me")).body).toMatchObject({
      access: [{ role: "MasterAdministrator" }]
    })
  })

  test("not you? tell us: the address on file gets a letter, nobody is closed, and a contest begins with the approval", async () => {
    const owner = larrys[used++]!
    const master = await activePerson(house, owner)
    const second = { ...owner, wish: { ...owner.wish, username: `${owner.wish.username}.owner` } }
    const { request } = await visitorOf(house).walk(second)
    const mailed = lettersTo(owner).length
    for (let times = 1; times <= 3; times++) expect((await request.post("/not-me")).status).toBe(204)
    await house.drain()
    expect(lettersTo(owner)).toHaveLength(mailed + 1)
    expect(lettersTo(owner).at(-1)!.subject).toBe("Someone reported a logon for your taxes")
    expect((await master.visitor.call("GET", "/v1/me")).status).toBe(200)
    expect((await events()).at(-1)).toBe("NotMeReported")
    await request.submit()
    await house.drain()
    const after = await events()
    expect(after.slice(after.lastIndexOf("LogonRequestApproved"))).toEqual([
      "LogonRequestApproved",
      "ActivationCodeIssued",
      "ContestBegun",
      "LetterMailed",
      "OwnerTold"
    ])
  })
})

describe("a lock", () => {
  test("is told the owner by post, once in 30 days, and nobody whose number is not on file", async () => {
    const person = larrys[used++]!
    const wrong = (id: string, amount: string) =>
      visitorOf(house).walk({
        ...person,
        id,
        evidence: { verificationType: "amount", amountKind: "taxReturnAmount", amount }
      })
    for (let n = 1; n <= 7; n++) await wrong(person.id, `${n}.00`)
    for (let n = 1; n <= 7; n++) await wrong("900129995", `${n}.00`)
    const before = house.letters.length
    await house.drain()
    expect(house.letters.length).toBe(before + 1)
    expect(lettersTo(person).map(({ subject }) => subject)).toEqual(["Someone tried to use your number"])
    house.clock.advance("25 hours")
    for (let n = 11; n <= 15; n++) await wrong(person.id, `${n}.00`)
    await house.drain()
    expect(lettersTo(person)).toHaveLength(1)
  })
})

describe("a logon that nobody activates", () => {
  test("is gone after 30 days to the instant, its username free, and the person is told", async () => {
    const person = larrys[used++]!
    const { activationCode, logIn } = await approvedPerson(house, person)
    await house.hasten("30 days")
    house.clock.set("2020-12-20T13:55:15-05:00")
    await house.drain()
    const mail = newestMailTo(house, person.wish.email)
    expect(mail).toContain("no one logged in with it within 30 days")
    expect((await logIn({ activationCode })).status).toBe(401)
    const again = await visitorOf(house).walk(person)
    expect(again.told.status).toBe(200)
    expect((await again.request.submit()).status).toBe(201)
  })
})
