import { typedPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { Redacted } from "effect"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { canarySweep } from "../harness/canarySweep.ts"
import { activePerson, approvedPerson } from "./approvedPerson.ts"
import { securityCodeIn } from "./codesIn.ts"
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

/** Three logons that somebody made and logged in to, a minute apart, since codes come one after the other. */
const threeActivated = async (wish: Partial<Person["wish"]>, activate = activePerson) => {
  for (let each = 0; each < 3; each++) {
    await activate(house, next(wish))
    house.clock.advance("1 minute")
  }
  house.clock.set(goldenInstant)
}

/** Somebody whose first log-in ends with a code that came to the phone of their profile. */
const activeByPhone: typeof activePerson = async (of, person) => {
  const approved = await approvedPerson(of, person)
  const { visitor } = approved
  await approved.logIn({ activationCode: approved.activationCode })
  const target = person.wish.phoneNumber
  const { id } = (
    await visitor.call<{ id: string }>("POST", "/v1/me/two-step-methods", { body: { kind: "sms", target } })
  ).body
  await of.drain()
  const code = securityCodeIn(Redacted.value(of.texts.at(-1)!.text))
  const confirmed = await visitor.call("POST", `/v1/me/two-step-methods/${id}/confirm`, { body: { code } })
  expect(confirmed.status).toBe(200)
  return { ...approved, target, methodId: id }
}

describe.each([
  {
    what: "an e-mail address",
    path: "email",
    messageId: "issue.email-used-up",
    shared: { email: "shared@example.com" },
    again: { email: "sHARED+taxes@example.com" }
  },
  {
    what: "a mailbox at Gmail",
    path: "email",
    messageId: "issue.email-used-up",
    shared: { email: "s.hared@gmail.com" },
    again: { email: "sh.ared+1@googlemail.com" }
  },
  {
    what: "a phone",
    path: "phoneNumber",
    messageId: "issue.phone-used-up",
    shared: { phoneNumber: "(617) 555-0190" },
    again: { phoneNumber: "+1 617.555.0190" }
  }
])("D-63 three logons in thirty days for $what", ({ again, messageId, path, shared }) => {
  test("the fourth is told at the field of its own step, whoever has the others, and at submit where it came too late", async () => {
    const early = await atSummary(again)
    await threeActivated(shared, path === "phoneNumber" ? activeByPhone : activePerson)
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

test("D-63 a logon that nobody has logged in to takes no place: nobody uses up somebody else's mailbox by typing it", async () => {
  const shared = { email: "typed@example.com", phoneNumber: "(617) 555-0191" }
  for (let each = 0; each < 5; each++) expect((await submit(shared)).status).toBe(201)
  const first = await atSummary(shared)
  const pressed = await Promise.all(Array.from({ length: 10 }, () => first.submit()))
  expect(pressed.map(({ status }) => status)).toEqual(pressed.map(() => 201))
})

test("D-63 a phone that nobody proved takes no place: nobody uses up somebody else's phone by typing it", async () => {
  const shared = { phoneNumber: "(617) 555-0192" }
  await threeActivated(shared)
  expect((await submit(shared)).status).toBe(201)
})

test("an address that is corrected later is counted like one that was typed first", async () => {
  const shared = { email: "corrected@example.com" }
  await threeActivated(shared)
  const request = await atSummary({})
  await request.submit()
  const correct = (email: string) => request.post("/email", { password: typedPassword, email, confirmEmail: email })
  expect((await correct("Corrected+me@example.com")).status).toBe(429)
  expect((await correct("another@example.com")).status).toBe(204)
})
