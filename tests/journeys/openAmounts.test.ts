import type { Person } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { activePerson, newestMailTo } from "./approvedPerson.ts"
import { letterIdIn, securityCodeIn } from "./codesIn.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"

/** LARRY MO's return, on numbers of their own, each with an address. */
const larrys = Array.from({ length: 5 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `9001187${String(last).padStart(2, "0")}`,
    wish: { username: `reopen.${last}`, email: `reopen${last}@example.com`, phoneNumber: "(617) 555-0110" },
    contact: {
      address: [`LARRY MO ${last}`, `${last} Reopen Street`, "Boston MA 02108"],
      formerAddress: null,
      addressChangedOn: null,
      emails: []
    }
  })
)
/** A number that is not on file. */
const stranger = somebody("larry-mo", { id: "900118799" })
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

const tryWith = async (person: Person) => says((await visitorOf(house).walk(person, "profile")).told)

/** Types different wrong amounts for a number, each in a request of its own. */
const guessAmounts = async (person: Person, times: number, from = 0) => {
  const told = []
  for (let at = from; at < from + times; at++) {
    const evidence = {
      verificationType: "amount",
      amountKind: "taxReturnAmount",
      amount: `8,${100 + at}.00`
    } as const
    told.push((await tryWith({ ...person, evidence }))[0])
  }
  return told
}

const lettersTo = ({ contact }: Person) => house.letters.filter(({ to }) => to.lines[1] === contact.address[1])
const mailedInAll = async () => (await house.audit()).filter(({ type }) => type === "LetterMailed").length
const hasLetterId = ({ text }: { readonly text: string }) => /\bL\d{10}\b/u.test(text)

/** Asks for a letter to a person, and reads its letter ID where it was put into the letter box. */
const letterTo = async (person: Person) => {
  await visitorOf(house).call("POST", "/v1/letter-requests", { body: { idType: "SSN", id: person.id } })
  await house.drain()
  return letterIdIn(lettersTo(person).findLast(hasLetterId)!.text)
}

/** Logs in again, with a code, in a browser of its own; the clock moves past the pause between two codes. */
const logInAgain = async ({ credentials, methodId, target }: Awaited<ReturnType<typeof activePerson>>) => {
  const visitor = visitorOf(house)
  house.clock.advance("31 seconds")
  await visitor.call("POST", "/v1/sessions", { body: credentials })
  await visitor.call("POST", "/v1/sessions/current/security-codes", { body: { methodId } })
  await house.drain()
  const code = securityCodeIn(newestMailTo(house, target))
  await visitor.call("POST", "/v1/sessions/current/security-codes/confirm", { body: { code, trustDevice: false } })
  return visitor
}

/** Types ten wrong amounts on two days, and lets the second lock of a day end: what is left is closed for the year. */
const closeAmounts = async (person: Person, from = 0) => {
  await guessAmounts(person, 5, from)
  house.clock.advance("24 hours")
  await guessAmounts(person, 5, from + 5)
  house.clock.advance("24 hours")
}

describe("D-30 amounts that are closed after ten wrong ones", () => {
  test("are opened by a logon that stands on a letter, with a fresh year's count, once in 90 days", async () => {
    const person = larrys[used++]!
    const letterId = await letterTo(person)
    const evidence = { verificationType: "letterId", letterId } as const
    const active = await activePerson(house, { ...person, evidence })
    await closeAmounts(person)
    expect(await tryWith(person)).toEqual([423, "locked"])

    const again = await logInAgain(active)
    const open = () => again.call("POST", "/v1/me/amounts/open", { body: {} })
    const told = await open()
    expect([told.status, told.text]).toEqual([204, ""])
    expect((await house.audit()).at(-1)?.type).toBe("AmountsOpened")
    expect(await tryWith(person)).toEqual([200, undefined])
    expect(says(await open())).toEqual([409, "nothing_to_open"])
    const { activity } = (
      await again.call<{ activity: ReadonlyArray<{ messageId: string }> }>("GET", "/v1/me/activity")
    ).body
    expect(activity.map(({ messageId }) => messageId)).toContain("activity.amounts-opened")

    // Nine more close nothing: the ten before count for the year no more. The tenth does.
    expect(await guessAmounts(person, 5, 20)).toEqual([422, 422, 422, 422, 422])
    house.clock.advance("24 hours")
    expect(await guessAmounts(person, 4, 25)).toEqual([422, 422, 422, 422])
    expect(await tryWith(person)).toEqual([200, undefined])
    expect(await guessAmounts(person, 1, 29)).toEqual([422])
    house.clock.advance("24 hours")
    expect(await tryWith(person)).toEqual([423, "locked"])
    expect(says(await (await logInAgain(active)).call("POST", "/v1/me/amounts/open", { body: {} }))).toEqual([
      409,
      "nothing_to_open"
    ])
    house.clock.advance("88 days")
    expect((await (await logInAgain(active)).call("POST", "/v1/me/amounts/open", { body: {} })).status).toBe(204)
    expect(await tryWith(person)).toEqual([200, undefined])
  })

  test("stay closed to a logon that stands on an amount, and to a visitor without one", async () => {
    const person = larrys[used++]!
    const { visitor } = await activePerson(house, person)
    expect(says(await visitor.call("POST", "/v1/me/amounts/open", { body: {} }))).toEqual([409, "nothing_to_open"])
    expect((await visitorOf(house).call("POST", "/v1/me/amounts/open", { body: {} })).status).toBe(401)
  })

  test("are opened with a password that was typed lately", async () => {
    const person = larrys[used++]!
    const evidence = { verificationType: "letterId", letterId: await letterTo(person) } as const
    const { visitor } = await activePerson(house, { ...person, evidence })
    for (let n = 0; n < 2; n++) {
      house.clock.advance("601 seconds")
      await visitor.call("GET", "/v1/me")
    }
    expect(says(await visitor.call("POST", "/v1/me/amounts/open", { body: {} }))).toEqual([403, "password_required"])
  })
})

describe("D-30 a lock", () => {
  test("mails the owner one letter with a letter ID in a month, which signs up; a number not on file gets the same answers", async () => {
    const person = larrys[used++]!
    const before = await mailedInAll()
    expect(await guessAmounts(person, 6)).toEqual(await guessAmounts(stranger, 6))
    await house.drain()
    const [letter, ...others] = lettersTo(person)
    expect(others).toEqual([])
    expect(letter?.subject).toBe("Someone tried to use your number")
    const letterId = letterIdIn(letter!.text)
    expect(await mailedInAll()).toBe(before + 1)

    house.clock.advance("24 hours")
    await guessAmounts(person, 5, 10)
    await house.drain()
    expect(lettersTo(person)).toHaveLength(1)

    // It does not count as one that was asked for.
    expect(await letterTo(person)).not.toBe(letterId)
    const { visitor } = await activePerson(house, { ...person, evidence: { verificationType: "letterId", letterId } })
    expect((await visitor.call("GET", "/v1/me/letter-code")).body).toMatchObject({ needed: false })
  })
})
