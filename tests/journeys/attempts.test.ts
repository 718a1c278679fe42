import type { Person } from "@mtc-logon/core/testing"
import { Effect } from "effect"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { Database } from "../../packages/server/src/database/Database.ts"
import { verificationAttemptTable } from "../../packages/server/src/database/verificationAttemptTable.ts"
import { canarySweep } from "../harness/canarySweep.ts"
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
  ({
    letterId: `L00007790${String(last).padStart(2, "0")}`,
    kind: "sign-up",
    mailedOn: "2020-11-10",
    state: "live"
  }) as const

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

  test("six calls a day close neither of the owner's ways on that day", async () => {
    const person = owner(1)
    expect(await guessLetters(thief, person, 6)).toEqual([422, 422, 422, 422, 422, 423])
    expect((await tryFrom(home, person)).status).toBe(200)
    const other = owner(2)
    expect(await guessAmounts(thief, other, 6)).toEqual([422, 422, 422, 422, 422, 423])
    expect((await tryFrom(home, withLetter(other, letterOf(2).letterId))).status).toBe(200)
  })

  test("twelve calls a day, day after day, close amounts and never the letter", async () => {
    const person = owner(3)
    for (let day = 0; day < 3; day++) {
      await guessLetters(thief, person, 6, day * 10)
      await guessAmounts(thief, person, 6, day * 10)
      house.clock.advance("24 hours")
    }
    await guessLetters(thief, person, 6, 90)
    const locked = await tryFrom(home, person)
    expect([locked.status, locked.body]).toMatchObject([423, { code: "locked" }])
    expect(locked.body).not.toHaveProperty("retryAt")
    expect(JSON.stringify(locked.body)).not.toContain("remedy.wait")
    expect((await tryFrom(home, withLetter(person, letterOf(3).letterId))).status).toBe(200)
  })

  test("a network that failed waits fifteen minutes at most, and then has one try", async () => {
    const person = owner(4)
    const right = withLetter(person, letterOf(4).letterId)
    await guessLetters(thief, person, 5)
    const locked = await tryFrom(thief, right)
    expect([locked.status, locked.body]).toMatchObject([423, { retryAt: "2020-11-20T19:10:15.000Z" }])
    expect(locked.headers.get("retry-after")).toBe("900")
    // What is refused for waiting makes nobody wait longer.
    house.clock.advance("14 minutes")
    expect((await tryFrom(thief, right)).headers.get("retry-after")).toBe("60")
    house.clock.advance("1 minute")
    expect((await tryFrom(thief, right)).status).toBe(200)
  })

  test("one IPv6 /64 is one network, and the next one goes in at once", async () => {
    const person = owner(5)
    for (let at = 0; at < 5; at++) await guessLetters(`2001:db8:1:2::${at + 1}`, person, 1, at)
    expect(await guessLetters("2001:db8:1:2:ffff::9", person, 1, 5)).toEqual([423])
    expect((await tryFrom("2001:db8:1:3::1", withLetter(person, letterOf(5).letterId))).status).toBe(200)
  })

  test("a hundred in a day from many networks alarm operators, tell the owner by post, and close nothing", async () => {
    const person = owner(6)
    const before = house.letters.length
    for (let at = 0; at < 102; at++) await guessLetters(`198.51.100.${at + 1}`, person, 1, at)
    const alarms = house.lines.filter((line) => line.includes("Letter IDs are guessed for one number"))
    expect(alarms).toHaveLength(1)
    expect(alarms[0]).not.toContain(person.id)
    expect(alarms[0]).not.toContain("198.51")
    await house.drain()
    const told = house.letters.slice(before).filter(({ subject }) => subject.startsWith("Many wrong letter IDs"))
    expect(told).toHaveLength(1)
    // A network has two tries now instead of five, and each that has not failed goes in.
    expect(await guessLetters(thief.replace(".1", ".251"), person, 3, 500)).toEqual([422, 422, 423])
    expect((await tryFrom(home, withLetter(person, letterOf(6).letterId))).status).toBe(200)
  })
})

describe("D-65 a text that is not well formed uses up nothing", () => {
  test.each([
    { step: "tax-amount", text: { amountKind: "taxReturnAmount", amount: "1e5" }, last: 7 },
    { step: "letter-id", text: { letterId: "L123456789" }, last: 8 }
  ] as const)("of $step: no attempt of the number and none of the draft", async ({ last, step, text }) => {
    const person = step === "letter-id" ? withLetter(owner(last), letterOf(last).letterId) : owner(last)
    const { request } = await visitorOf(house, home).walk(person, step)
    for (let at = 0; at < 12; at++) {
      const told = await request.answer(step, text as never)
      expect([told.status, told.body]).toMatchObject([422, { code: "issues" }])
    }
    const right =
      person.evidence.verificationType === "letterId"
        ? { letterId: person.evidence.letterId }
        : { amountKind: "taxReturnAmount", amount: "100.00" }
    expect((await request.answer(step, right as never)).status).toBe(200)
  })
})

test("nothing of the database says in clear from where a letter was guessed", async () => {
  await guessLetters("192.0.2.77", owner(9), 1)
  const rows = await house.runtime.runPromise(
    Effect.flatMap(Database, ({ run }) => run((db) => db.select().from(verificationAttemptTable)))
  )
  expect(
    canarySweep([{ where: "the attempts", text: JSON.stringify(rows) }], [{ name: "the address", value: "192.0.2.77" }])
  ).toEqual([])
  expect(rows.filter(({ kind }) => kind === "amount").every(({ networkDigest }) => networkDigest === null)).toBe(true)
})
