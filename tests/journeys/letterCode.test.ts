import type { Person } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { activePerson, newestMailTo } from "./approvedPerson.ts"
import { letterIdIn, securityCodeIn } from "./codesIn.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Told } from "./visitorOf.ts"

/** LARRY MO's return, on numbers of their own, each with an address. */
const larrys = Array.from({ length: 12 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `9001184${String(last).padStart(2, "0")}`,
    wish: { username: `confirm.${last}`, email: `confirm${last}@example.com`, phoneNumber: "(617) 555-0110" },
    contact: {
      address: [`LARRY MO ${last}`, `${last} Confirm Street`, "Boston MA 02108"],
      formerAddress: null,
      addressChangedOn: null,
      emails: []
    }
  })
)
let used = 0

let house: House
beforeAll(async () => {
  house = await openHouse({ alsoOnFile: larrys, ids: "random" })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(goldenInstant))

const says = ({ body, status }: { readonly status: number; readonly body: unknown }) => [
  status,
  (body as { readonly code?: string } | undefined)?.code
]
const seen = ({ headers, status, text }: Told<unknown>) =>
  JSON.stringify([status, text, [...headers].filter(([name]) => name !== "x-request-id")])
const events = async () => (await house.audit()).map(({ type }) => type)
const isSignUp = (text: string) => /\bL\d{10}\b/u.test(text.replaceAll("-", ""))

/** Somebody who became Master Administrator by an amount just now. */
const master = async () => {
  const person = larrys[used++]!
  const { visitor } = await activePerson(house, person)
  return {
    person,
    visitor,
    ask: () => visitor.call("GET", "/v1/me/letter-code"),
    enter: (letterId: string) => visitor.call("POST", "/v1/me/letter-code", { body: { letterId } }),
    lock: () => visitor.call("PUT", "/v1/me/registration-lock", { body: { locked: true } })
  }
}

/** Asks for a letter to a person, and reads its letter ID where it was put into the letter box. */
const letterTo = async ({ contact, id }: Person) => {
  await visitorOf(house).call("POST", "/v1/letter-requests", { body: { idType: "SSN", id } })
  await house.drain()
  const mine = house.letters.filter(({ to }) => to.lines[1] === contact.address[1])
  return letterIdIn(mine.findLast(({ text }) => isSignUp(text))!.text)
}

describe("D-25 a Master Administrator who proved with an amount", () => {
  test("closes registration at once after the letter code; the letter opens no request any more", async () => {
    const { ask, enter, lock, person } = await master()
    expect(says(await lock())).toEqual([409, "nothing_to_lock"])
    expect(await ask()).toMatchObject({ status: 200, body: { needed: true, possible: true, holdDays: 14 } })
    const letterId = await letterTo(person)
    const told = await enter(letterId)
    expect([told.status, told.text]).toEqual([204, ""])
    expect((await events()).slice(-2)).toEqual(["DecisionMade", "LetterCodeEntered"])
    expect((await ask()).body).toMatchObject({ needed: false, possible: false })
    expect(await lock()).toMatchObject({ status: 200, body: { locked: true } })
    expect(says(await enter(letterId))).toEqual([409, "nothing_to_confirm"])
    const again = await visitorOf(house).walk({ ...person, evidence: { verificationType: "letterId", letterId } })
    expect(says(again.told)).toEqual([422, "verification_failed"])
  })

  test("is told the same of every letter that does not confirm, and a locked number is not looked up", async () => {
    const one = await master()
    const other = await master()
    const others = await letterTo(other.person)
    const refused = [await one.enter(others), await one.enter("L0000007771"), await one.enter("L0000007772")]
    expect(new Set(refused.map(seen)).size).toBe(1)
    expect(says(refused[0]!)).toEqual([422, "letter_refused"])
    for (const letterId of ["L0000007773", "L0000007774"]) await one.enter(letterId)
    const mine = await letterTo(one.person)
    expect(await one.enter(mine)).toMatchObject({ status: 423, body: { code: "locked" } })
    expect((await other.enter(others)).status).toBe(204)
  })

  test("shares the five wrong letter IDs of a day with the requests for that number", async () => {
    const { enter, person } = await master()
    const letterId = await letterTo(person)
    const thief = visitorOf(house)
    for (let last = 1; last <= 5; last++) {
      const evidence = { verificationType: "letterId", letterId: `L000000888${last}` } as const
      const { told } = await thief.walk({ ...person, evidence })
      expect(says(told)).toEqual([422, "verification_failed"])
    }
    expect(says(await enter(letterId))).toEqual([423, "locked"])
  })

  test("types the password again after 20 minutes, and nobody outside has a letter code", async () => {
    const { enter, visitor } = await master()
    for (let n = 0; n < 2; n++) {
      house.clock.advance("601 seconds")
      await visitor.call("GET", "/v1/me")
    }
    expect(says(await enter("L0000009999"))).toEqual([403, "password_required"])
    const outside = visitorOf(house)
    expect((await outside.call("GET", "/v1/me/letter-code")).status).toBe(401)
    expect((await outside.call("POST", "/v1/me/letter-code", { body: { letterId: "L0000009999" } })).status).toBe(401)
  })

  test("D-07 kills the letters that were mailed before the one that is entered", async () => {
    const person = larrys[used++]!
    const older = await letterTo(person)
    house.clock.advance("15 days")
    const { visitor } = await activePerson(house, person)
    const newer = await letterTo(person)
    expect(newer).not.toBe(older)
    expect((await visitor.call("POST", "/v1/me/letter-code", { body: { letterId: newer } })).status).toBe(204)
    const thief = { ...person, evidence: { verificationType: "letterId", letterId: older } } as const
    expect(says((await visitorOf(house).walk(thief)).told)).toEqual([422, "verification_failed"])
  })

  test("stands on a letter from then on, also where the hold is over", async () => {
    const person = larrys[used++]!
    const { credentials, methodId, target } = await activePerson(house, person)
    house.clock.advance("15 days")
    const visitor = visitorOf(house)
    await visitor.call("POST", "/v1/sessions", { body: credentials })
    await visitor.call("POST", "/v1/sessions/current/security-codes", { body: { methodId } })
    await house.drain()
    const code = securityCodeIn(newestMailTo(house, target))
    await visitor.call("POST", "/v1/sessions/current/security-codes/confirm", { body: { code, trustDevice: false } })
    expect(await visitor.call("GET", "/v1/me/letter-code")).toMatchObject({ body: { needed: false, possible: true } })
    const letterId = await letterTo(person)
    const enter = () => visitor.call("POST", "/v1/me/letter-code", { body: { letterId } })
    expect((await enter()).status).toBe(204)
    expect(says(await enter())).toEqual([409, "nothing_to_confirm"])
  })

  test("fifty entries at once of one letter confirm once", async () => {
    const { enter, person } = await master()
    const letterId = await letterTo(person)
    const before = (await events()).filter((type) => type === "LetterCodeEntered").length
    const told = await Promise.all(Array.from({ length: 50 }, () => enter(letterId)))
    expect(told.filter(({ status }) => status === 204).length).toBe(1)
    expect((await events()).filter((type) => type === "LetterCodeEntered").length).toBe(before + 1)
    for (const { status } of told) expect([204, 409, 422, 423]).toContain(status)
  })

  test("a letter that a request holds confirms nobody", async () => {
    const { enter, person } = await master()
    const letterId = await letterTo(person)
    const spouse = await visitorOf(house).walk({
      ...person,
      evidence: { verificationType: "letterId", letterId },
      wish: { ...person.wish, username: `${person.wish.username}.2` }
    })
    expect(spouse.told.status).toBe(200)
    expect(says(await enter(letterId))).toEqual([422, "letter_refused"])
  })
})
