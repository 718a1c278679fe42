import type { Person } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"

/** A number of one's own for each test, with a return and a letter. */
const owner = (last: number): Person =>
  somebody("larry-mo", {
    id: `9001179${String(last).padStart(2, "0")}`,
    letters: [letterOf(last)]
  })

const letterOf = (last: number) =>
  ({ letterId: `L00007790${String(last).padStart(2, "0")}`, kind: "sign-up", mailedOn: "2020-11-10", state: "live" }) as const

const owners = Array.from({ length: 10 }, (_, last) => owner(last))

const withLetter = (person: Person, letterId: string): Person => ({
  ...person,
  evidence: { verificationType: "letterId", letterId }
})

const withAmount = (person: Person, amount: string): Person => ({
  ...person,
  evidence: { verificationType: "amount", amountKind: "taxReturnAmount", amount }
})

const home = "203.0.113.7"
const thief = "198.51.100.1"

let house: House
beforeAll(async () => {
  house = await openHouse({ alsoOnFile: owners })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(goldenInstant))

/** Types the evidence of a person from an address, in a request of its own. */
const tryFrom = async (address: string, person: Person) => {
  const { told } = await visitorOf(house, address).walk(person, "profile")
  return told
}

const guessLetters = async (address: string, person: Person, times: number, from = 0) => {
  const statuses = []
  for (let at = from; at < from + times; at++) {
    statuses.push((await tryFrom(address, withLetter(person, `L0009${String(at).padStart(6, "0")}`))).status)
  }
  return statuses
}

const guessAmounts = async (address: string, person: Person, times: number, from = 0) => {
  const statuses = []
  for (let at = from; at < from + times; at++) {
    statuses.push((await tryFrom(address, withAmount(person, `8,${100 + at}.00`))).status)
  }
  return statuses
}

describe("what a thief guesses", () => {
  test("five invented letter IDs leave the owner's right amount and letter open from elsewhere", async () => {
    const person = owner(0)
    expect(await guessLetters(thief, person, 5)).toEqual([422, 422, 422, 422, 422])
    expect((await tryFrom(home, person)).status).toBe(200)
    expect((await tryFrom(home, withLetter(person, letterOf(0).letterId))).status).toBe(200)
  })

  test("six calls a day, for as long as they like, close neither of the owner's ways for good", async () => {
    const person = owner(1)
    for (let day = 0; day < 3; day++) {
      await guessLetters(thief, person, 6, day * 10)
      await guessAmounts(thief, person, 6, day * 10)
      house.clock.advance("24 hours")
    }
    // Amounts are closed by now: the letter is the way that nobody can close.
    const locked = await tryFrom(home, person)
    expect([locked.status, locked.body]).toMatchObject([423, { code: "locked" }])
    expect((await tryFrom(home, withLetter(person, letterOf(1).letterId))).status).toBe(200)
  })
})
