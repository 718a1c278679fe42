import { afterAll, beforeAll, expect, test } from "vitest"
import { approvedPerson } from "../journeys/approvedPerson.ts"
import { openHouse } from "../journeys/openHouse.ts"
import type { House } from "../journeys/openHouse.ts"
import { somebody } from "../journeys/somebody.ts"
import { visitorOf } from "../journeys/visitorOf.ts"
import { startSmtpSink } from "../harness/smtp.ts"
import type { SmtpSink } from "../harness/smtp.ts"

let house: House
let relay: SmtpSink
beforeAll(async () => {
  relay = await startSmtpSink()
  house = await openHouse({ settings: { SMTP_URL: relay.url } })
})
afterAll(async () => {
  await house.close()
  await relay.stop()
})

const mailsTo = (address: string) =>
  relay.received.filter(({ to }) => to.includes(address)).map(({ mail }) => mail.subject)

test.each(["later", "drop"] as const)(
  "a mail that the relay does not take (%s) is sent when it does, once",
  async (how) => {
    const person = somebody(how === "later" ? "larry-mo" : "jo-joint")
    const { request } = await visitorOf(house).walk(person)
    relay.answer(how)
    expect((await request.submit()).status).toBe(201)
    await house.drain()
    // The request goes on: nobody waits for a mail.
    expect((await request.read()).body).toMatchObject({ status: "approved" })
    expect(mailsTo(person.wish.email)).toEqual([])
    await house.hasten("1 hour")
    await house.drain()
    expect(mailsTo(person.wish.email)).toEqual([])

    relay.answer("accept")
    await house.hasten("1 hour")
    await house.drain()
    await house.hasten("1 hour")
    await house.drain()
    expect(mailsTo(person.wish.email)).toEqual(["Registration Received", "Registration Approved"])
  }
)

test("an approval waits for its receipt, and is sent without it once that was given up", async () => {
  const waiting = somebody("uma-use-tax")
  relay.answer("later", 1)
  await (await visitorOf(house).walk(waiting)).request.submit()
  await house.drain()
  expect(mailsTo(waiting.wish.email)).toEqual([])
  await house.hasten("1 hour")
  await house.drain()
  await house.hasten("1 hour")
  await house.drain()
  expect(mailsTo(waiting.wish.email)).toEqual(["Registration Received", "Registration Approved"])

  const refused = somebody("rita-refund")
  relay.answer("refuse")
  await (await visitorOf(house).walk(refused)).request.submit()
  for (let tries = 0; tries < 20; tries++) {
    await house.drain()
    await house.hasten("2 hours")
  }
  relay.answer("accept")
  await house.drain()
  expect(mailsTo(refused.wish.email)).toEqual(["Registration Approved"])
  expect(new Set(relay.received.map(({ mail }) => mail.messageId)).size).toBe(relay.received.length)
})

test("a mail that comes late has the link that works", async () => {
  relay.answer("later", 1)
  const person = somebody("amy-amended")
  const { request } = await visitorOf(house).walk(person)
  await request.submit()
  await house.drain()
  await house.hasten("1 hour")
  await house.drain()
  const approval = relay.received.find(
    ({ mail, to }) => to.includes(person.wish.email) && /Approved/.test(mail.subject!)
  )
  const activationCode = /\/activate#([\w-]+)/u.exec(approval!.mail.text!)![1]
  const told = await visitorOf(house).call("POST", "/v1/sessions", {
    body: { username: person.wish.username, password: "GoodElmo2020", activationCode }
  })
  expect(told.body).toEqual({ status: "two_step_setup_required" })
})

test("a mail has one recipient, whoever's name and address stand in it", async () => {
  const person = somebody("rod-adjusted", {
    name: 'O\'Brien, "Rod" <b example org>; c, d',
    wish: { username: "rod.obrien", email: "rod+tax@example.com", phoneNumber: "(617) 555-0110" }
  })
  await approvedPerson(house, person)
  const received = relay.received.filter(({ raw }) => raw.includes("rod+tax@example.com"))
  expect(received).toHaveLength(2)
  for (const { mail, to } of received) {
    expect(to).toEqual(["rod+tax@example.com"])
    expect([mail.to].flat().flatMap((each) => each?.value.map(({ address }) => address))).toEqual([
      "rod+tax@example.com"
    ])
    expect(mail.html === false ? "" : mail.html).not.toContain("<b example org>")
  }
})
