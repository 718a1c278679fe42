import type { Person } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { activePerson, newestMailTo } from "./approvedPerson.ts"
import { linkCodeIn, notMeCodeIn } from "./codesIn.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"

const larrys = Array.from({ length: 10 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `9001169${String(last).padStart(2, "0")}`,
    wish: { username: `race.${last}`, email: `race${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)
let used = 0

let house: House
beforeAll(async () => {
  house = await openHouse({ alsoOnFile: larrys, ids: "random", settings: { HASH_QUEUE: "1000" } })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(goldenInstant))

const fifty = 50
const active = async () => {
  const person = larrys[used++]!
  return { ...(await activePerson(house, person)), person }
}

/** How often each answer came, of fifty calls at once. */
const allAtOnce = async (ask: (n: number) => Promise<{ readonly status: number; readonly body: unknown }>) => {
  const told = await Promise.all(Array.from({ length: fifty }, (_, n) => ask(n)))
  const counts: Record<string, number> = {}
  for (const { body, status } of told) {
    const code = (body as { readonly code?: string } | undefined)?.code
    const name = code === undefined ? String(status) : `${status} ${code}`
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
const eventsSince = async (before: number) => (await house.audit()).slice(before).map(({ type }) => type)
const trail = async () => (await house.audit()).length

describe("fifty at once, on a real PostgreSQL", () => {
  test("one reset link sets one password", async () => {
    const { person } = await active()
    await visitorOf(house).call("POST", "/v1/recovery/password", { body: { username: person.wish.username } })
    await house.drain()
    const token = linkCodeIn(newestMailTo(house, person.wish.email), "reset")
    const before = await trail()
    const counts = await allAtOnce((n) =>
      visitorOf(house).call("POST", "/v1/recovery/password/reset", {
        body: { token, answer: "Boston", newPassword: `Harbor4Sails${n}` }
      })
    )
    expect(counts).toEqual({ "204": 1, "422 link_refused": 49 })
    expect((await eventsSince(before)).filter((type) => type === "PasswordReset")).toHaveLength(1)
  })

  test("of wrong answers to one link no more than three are taken", async () => {
    const { person } = await active()
    await visitorOf(house).call("POST", "/v1/recovery/password", { body: { username: person.wish.username } })
    await house.drain()
    const token = linkCodeIn(newestMailTo(house, person.wish.email), "reset")
    const before = await trail()
    const counts = await allAtOnce((n) =>
      visitorOf(house).call("POST", "/v1/recovery/password/reset", {
        body: { token, answer: `Town ${n}`, newPassword: "Harbor4Sails" }
      })
    )
    expect(counts).toEqual({ "422 answer_refused": 3, "422 link_refused": 47 })
    expect(await eventsSince(before)).toEqual(Array.from({ length: 3 }, () => "RecoveryAnswerMissed"))
  })

  test("the same change of address, confirmed twice, changes it once", async () => {
    const { person, visitor } = await active()
    const email = `new.${person.wish.email}`
    await visitor.call("PATCH", "/v1/me/profile", { body: { email, confirmEmail: email } })
    await house.drain()
    const code = linkCodeIn(newestMailTo(house, email), "profile")
    const before = await trail()
    const counts = await allAtOnce(() => visitor.call("POST", "/v1/me/email-change/confirm", { body: { code } }))
    expect(counts).toEqual({ "200": 1, "422 link_refused": 49 })
    expect(await eventsSince(before)).toEqual(["ProfileChanged"])
  })

  test("one code of this was not me closes the logon once, and everybody gets one answer", async () => {
    const { person, visitor } = await active()
    await visitor.call("PATCH", "/v1/me/profile", { body: { name: "SOMEBODY ELSE" } })
    await house.drain()
    const code = notMeCodeIn(newestMailTo(house, person.wish.email))
    const before = await trail()
    const counts = await allAtOnce(() => visitorOf(house).call("POST", "/v1/not-me", { body: { code } }))
    expect(counts).toEqual({ "202": 50 })
    const types = await eventsSince(before)
    expect(types.filter((type) => type === "LogonFrozen")).toHaveLength(1)
    expect(types.filter((type) => type === "NotMeCodeRefused")).toHaveLength(49)
  })

  test("fifty asked letters are one, and everybody gets one answer", async () => {
    const { person } = await active()
    await house.drain()
    const before = house.letters.length
    const counts = await allAtOnce(() =>
      visitorOf(house).call("POST", "/v1/letter-requests", { body: { idType: "SSN", id: person.id } })
    )
    expect(counts).toEqual({ "202": 50 })
    await house.drain()
    expect(house.letters.length - before).toBe(1)
  })

  test("fifty changed passwords are one; the others are told that it was changed", async () => {
    const { visitor } = await active()
    const before = await trail()
    const counts = await allAtOnce((n) => {
      const newPassword = `Harbor4Sails${n}`
      return visitor.call("POST", "/v1/me/password", { body: { newPassword, confirmPassword: newPassword } })
    })
    expect(counts).toEqual({ "204": 1, "422 issues": 49 })
    expect((await eventsSince(before)).filter((type) => type === "ProfileChanged")).toHaveLength(1)
  })

  test("a code of this was not me against the first log-in: closed at the end, whoever was first", async () => {
    const { person } = await active()
    const letter = house.letters.findLast(({ to }) => to.lines[1] === person.contact.address[1])!
    const code = notMeCodeIn(letter.text)
    const logIns = Array.from({ length: 4 }, () =>
      visitorOf(house).call("POST", "/v1/sessions", {
        body: { username: person.wish.username, password: "GoodElmo2020" }
      })
    )
    const told = await Promise.all([...logIns, visitorOf(house).call("POST", "/v1/not-me", { body: { code } })])
    expect(told.filter(({ status }) => status >= 500)).toEqual([])
    house.clock.advance("16 minutes")
    const last = await visitorOf(house).call("POST", "/v1/sessions", {
      body: { username: person.wish.username, password: "GoodElmo2020" }
    })
    expect(last.status).toBe(401)
  })
})
