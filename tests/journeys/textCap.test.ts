import type { Person } from "@mtc-logon/core/testing"
import { afterEach, expect, test } from "vitest"
import { approvedPerson, setUpCodes } from "./approvedPerson.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"

/** LARRY MO's return, on numbers of their own. */
const larrys = Array.from({ length: 8 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `9001186${String(last).padStart(2, "0")}`,
    wish: { username: `texts.${last}`, email: `texts${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)

let house: House
afterEach(() => house.close())

const openWith = async (most: number) => {
  house = await openHouse({ alsoOnFile: larrys, ids: "random", settings: { SMS_MAX_PER_DAY: String(most) } })
}

/** Somebody at the first set-up of two-step verification, who asks for codes by text message. */
const atSetUp = async (which: number) => {
  const person = await approvedPerson(house, larrys[which]!)
  await person.logIn({ activationCode: person.activationCode })
  const text = () =>
    person.visitor.call("POST", "/v1/me/two-step-methods", { body: { kind: "sms", target: `617 555 012${which}` } })
  return { ...person, text }
}
const told = () => house.lines.filter((line) => line.includes("daily limit for text messages is reached")).length
const sent = async () => {
  await house.drain()
  return house.texts.length
}

test("the last text message of the day is sent and told to operators once; then none is, and other ways go on", async () => {
  await openWith(2)
  const people = [await atSetUp(0), await atSetUp(1), await atSetUp(2)]
  expect((await people[0]!.text()).status).toBe(201)
  expect([await sent(), told()]).toEqual([1, 0])
  expect((await people[1]!.text()).status).toBe(201)
  expect([await sent(), told()]).toEqual([2, 1])
  for (let n = 0; n < 2; n++) {
    const refused = await people[2]!.text()
    expect(refused).toMatchObject({
      status: 429,
      body: {
        code: "texts_used_up",
        retryAt: "2020-11-21T18:55:15.000Z",
        remedies: ["remedy.other-way", "remedy.call"]
      }
    })
    expect(refused.headers.get("retry-after")).toBe("86400")
  }
  expect([await sent(), told()]).toEqual([2, 1])
  expect((await setUpCodes(house, people[2]!.visitor, "texts.codes@example.com")).confirmed.status).toBe(200)
})

test("the day of the house is over a day after its first text message, not a millisecond before", async () => {
  await openWith(1)
  expect((await (await atSetUp(0)).text()).status).toBe(201)
  house.clock.set("2020-11-21T13:55:14.999-05:00")
  expect((await (await atSetUp(3)).text()).status).toBe(429)
  house.clock.set("2020-11-21T13:55:15-05:00")
  expect((await (await atSetUp(4)).text()).status).toBe(201)
  expect(await sent()).toBe(2)
})

test("of several at once at the edge exactly one is the last", async () => {
  await openWith(1)
  house.clock.set(goldenInstant)
  const people = []
  for (const which of [0, 1, 2, 3, 4, 5]) people.push(await atSetUp(which))
  const statuses = (await Promise.all(people.map(({ text }) => text()))).map(({ status }) => status)
  expect(statuses.toSorted()).toEqual([201, 429, 429, 429, 429, 429])
  expect([await sent(), told()]).toEqual([1, 1])
})

test("of many asked for at once by one logon only the one that is sent takes a place: nobody uses up the day of the others", async () => {
  await openWith(6)
  const greedy = await atSetUp(0)
  const { body } = await greedy.visitor.call<{ id: string }>("POST", "/v1/me/two-step-methods", {
    body: { kind: "sms", target: "617 555 0120" }
  })
  expect(await sent()).toBe(1)
  house.clock.advance("31 seconds")
  const again = () =>
    greedy.visitor.call("POST", "/v1/sessions/current/security-codes", { body: { methodId: body.id } })
  const statuses = (await Promise.all(Array.from({ length: 20 }, again))).map(({ status }) => status)
  expect(statuses.filter((status) => status === 202)).toHaveLength(1)
  expect(await sent()).toBe(2)
  for (const which of [1, 2, 3, 4]) expect((await (await atSetUp(which)).text()).status).toBe(201)
  expect((await (await atSetUp(5)).text()).status).toBe(429)
  expect(await sent()).toBe(6)
})

test("with none a day no text message is sent at all", async () => {
  await openWith(0)
  expect((await (await atSetUp(0)).text()).status).toBe(429)
  expect(await sent()).toBe(0)
})
