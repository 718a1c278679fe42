import { typedPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { canarySweep } from "../harness/canarySweep.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"

/** Taxpayers of their own, who may get a logon each. */
const taxpayers = Array.from({ length: 60 }, (_, at) =>
  somebody("larry-mo", { story: `larry-${at}`, id: String(900_120_100 + at) })
)
let house: House
let at = 0
beforeAll(async () => {
  house = await openHouse({
    ids: "random",
    alsoOnFile: taxpayers,
    settings: { LIMIT_LOGONS_PER_EMAIL_PER_30_DAYS: "3", LIMIT_LOGONS_PER_PHONE_PER_30_DAYS: "3" }
  })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(goldenInstant))

/** The next taxpayer, who wishes for this. */
const next = (wish: Partial<Person["wish"]>): Person => {
  const person = taxpayers[at++]!
  const own = { username: `elmo.${at}`, email: `elmo.${at}@example.com`, phoneNumber: `(617) 555-01${10 + at}` }
  return { ...person, wish: { ...own, ...wish } }
}
const atSummary = async (wish: Partial<Person["wish"]>) => (await visitorOf(house).walk(next(wish))).request
const submit = async (wish: Partial<Person["wish"]>) => (await atSummary(wish)).submit()

describe.each([
  {
    what: "an e-mail address",
    path: "email",
    messageId: "issue.email-used-up",
    shared: { email: "Shared@example.com" },
    again: { email: "sHARED@example.com" }
  },
  {
    what: "a phone",
    path: "phoneNumber",
    messageId: "issue.phone-used-up",
    shared: { phoneNumber: "(617) 555-0190" },
    again: { phoneNumber: "617.555.0190" }
  }
])("T2 three logons in thirty days for $what", ({ again, messageId, path, shared }) => {
  test("the fourth is told at the field of its own step, whoever has the others, and at submit where it came too late", async () => {
    const early = await atSummary(again)
    for (const wish of [shared, again, shared]) expect((await submit(wish)).status).toBe(201)
    const { told: refused } = await visitorOf(house).walk(next(again))
    const body = { code: "issues", step: "profile", issues: [{ path, messageId }] }
    expect(refused).toMatchObject({ status: 422, body })
    expect(await early.submit()).toMatchObject({ status: 422, body })
    const typed = Object.values(again).map((value) => ({ name: "what was typed", value }))
    expect(canarySweep([{ where: "the body", text: refused.text }], typed)).toEqual([])
    expect((await submit({})).status).toBe(201)
  })

  test("opens again thirty days after the first", async () => {
    house.clock.advance("30 days")
    expect((await submit(again)).status).toBe(201)
  })
})

test("a submit that is refused takes no place, nor does one that is pressed again", async () => {
  const shared = { email: "again@example.com" }
  const first = next(shared)
  const { request } = await visitorOf(house).walk(first)
  const rival = await atSummary({ ...shared, username: first.wish.username })
  expect((await request.submit()).status).toBe(201)
  for (const _ of [1, 2, 3]) {
    expect((await rival.submit()).status).toBe(422)
    expect((await request.submit()).status).toBe(201)
  }
  expect((await submit(shared)).status).toBe(201)
  const late = await atSummary(shared)
  expect((await submit(shared)).status).toBe(201)
  expect((await late.submit()).status).toBe(422)
})

test("an address that is corrected later counts like one that was typed first", async () => {
  const shared = { email: "corrected@example.com" }
  for (let each = 0; each < 3; each++) expect((await submit(shared)).status).toBe(201)
  const request = await atSummary({})
  await request.submit()
  const correct = (email: string) => request.post("/email", { password: typedPassword, email, confirmEmail: email })
  expect((await correct(shared.email)).status).toBe(429)
  expect((await correct("another@example.com")).status).toBe(204)
})

test("of ten at once three are made, and one that is pressed ten times at once is one", async () => {
  const shared = { email: "at-once@example.com" }
  const first = await atSummary(shared)
  const pressed = await Promise.all(Array.from({ length: 10 }, () => first.submit()))
  expect(pressed.map(({ status }) => status)).toEqual(pressed.map(() => 201))
  const others = []
  for (let each = 0; each < 10; each++) others.push(await atSummary(shared))
  const told = await Promise.all(others.map((request) => request.submit()))
  expect(told.map(({ status }) => status).sort()).toEqual([201, 201, ...Array.from({ length: 8 }, () => 422)])
})
