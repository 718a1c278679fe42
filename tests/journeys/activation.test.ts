import type { Person } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { approvedPerson, newestMailTo, setUpCodes } from "./approvedPerson.ts"
import { appCodeAt } from "./appCodeAt.ts"
import { activationCodeIn } from "./codesIn.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"

/** LARRY MO's return, on numbers of their own. */
const larry = (last: number): Person =>
  somebody("larry-mo", {
    id: `9001165${String(last).padStart(2, "0")}`,
    wish: { username: `larry.${last}`, email: `larry${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
const larrys = Array.from({ length: 24 }, (_, last) => larry(last))
let used = 0

let house: House
beforeAll(async () => {
  house = await openHouse({ alsoOnFile: larrys, settings: { LIMIT_EMAILS_PER_REQUEST: "100" } })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(goldenInstant))

const approved = () => approvedPerson(house, larrys[used++]!)
const activations = async () => (await house.audit()).filter(({ type }) => type === "LogonActivated").length
const refused = (why: string) => [403, { code: "activation_required", reason: why }]
const said = ({ body, status }: { readonly status: number; readonly body: unknown }) => [status, body]

describe("the activation link", () => {
  test("opens the first log-in, which is over when its second step is confirmed: then the password alone goes on", async () => {
    const { activationCode, logIn, visitor } = await approved()
    const before = await activations()
    expect(said(await logIn({ activationCode }))).toEqual([201, { status: "two_step_setup_required" }])
    visitor.cookies.clear()
    expect(said(await logIn())).toMatchObject(refused("missing"))
    expect(said(await logIn({ activationCode }))).toEqual([201, { status: "two_step_setup_required" }])
    expect(await activations()).toBe(before)
    await setUpCodes(house, visitor, larrys[used - 1]!.wish.email)
    expect(await activations()).toBe(before + 1)
    visitor.cookies.clear()
    expect(said(await logIn({ activationCode }))).toMatchObject([201, { status: "security_code_required" }])
    visitor.cookies.clear()
    expect(said(await logIn())).toMatchObject([201, { status: "security_code_required" }])
    expect(await activations()).toBe(before + 1)
  })

  test("of five first log-ins at once one activates: what the others had begun is gone", async () => {
    const { activationCode, credentials } = await approved()
    const before = await activations()
    const visitors = Array.from({ length: 5 }, () => visitorOf(house))
    const told = await Promise.all(
      visitors.map(({ call }) => call("POST", "/v1/sessions", { body: { ...credentials, activationCode } }))
    )
    expect(told.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    const [owner, ...others] = visitors
    const begun = await Promise.all(
      others.map(({ call }) =>
        call<{ id: string; secret: string }>("POST", "/v1/me/two-step-methods", { body: { kind: "totp" } })
      )
    )
    await setUpCodes(house, owner!, larrys[used - 1]!.wish.email)
    expect(await activations()).toBe(before + 1)
    const tried = await Promise.all(
      begun.map(({ body }, at) =>
        others[at]!.call("POST", `/v1/me/two-step-methods/${body.id}/confirm`, {
          body: { code: appCodeAt(body.secret, house.clock.now()) }
        })
      )
    )
    expect(tried.filter(({ status }) => status < 400)).toEqual([])
    const again = await others[0]!.call("POST", "/v1/me/two-step-methods", { body: { kind: "totp" } })
    expect(again.status).toBe(401)
    expect(await activations()).toBe(before + 1)
  })

  test("is good until the instant at which its 24 hours are over, and then is told to be expired", async () => {
    const early = await approved()
    const late = await approved()
    house.clock.set("2020-11-21T13:55:15-05:00")
    expect(said(await late.logIn({ activationCode: late.activationCode }))).toMatchObject(refused("expired"))
    house.clock.set("2020-11-21T13:55:14.999-05:00")
    expect((await early.logIn({ activationCode: early.activationCode })).status).toBe(201)
  })

  test("is dead as soon as a newer one was sent, and then is told to be superseded", async () => {
    const { activationCode, credentials, logIn, visitor } = await approved()
    const resent = await visitor.call("POST", "/v1/activations/resend", { body: credentials })
    expect(said(resent)).toEqual([202, {}])
    await house.drain()
    const newer = activationCodeIn(newestMailTo(house, larrys[used - 1]!.wish.email))
    expect(newer).not.toBe(activationCode)
    expect(said(await logIn({ activationCode }))).toMatchObject(refused("superseded"))
    expect((await logIn({ activationCode: newer })).status).toBe(201)
  })

  test("is good for whose it is only", async () => {
    const [one, other] = [await approved(), await approved()]
    expect(said(await other.logIn({ activationCode: one.activationCode }))).toMatchObject(refused("missing"))
    expect((await one.logIn({ activationCode: one.activationCode })).status).toBe(201)
    expect((await other.logIn({ activationCode: other.activationCode })).status).toBe(201)
  })

  test("does nothing with a wrong password, and stays good", async () => {
    const { activationCode, logIn, visitor } = await approved()
    const wrong = await logIn({ activationCode, password: "GoodElmo2021" })
    expect(said(wrong)).toMatchObject([401, { code: "log_in_failed" }])
    expect(visitor.cookies.size).toBe(0)
    expect((await logIn({ activationCode })).status).toBe(201)
  })

  test.each([
    ["none", {}],
    ["an empty one", { activationCode: "" }],
    ["one that was never made", { activationCode: "A".repeat(64) }],
    ["a text that can be none", { activationCode: "%00<script>" }]
  ])("the right password without the code (%s) is told so, and opens no session", async (_, more) => {
    const { logIn, visitor } = await approved()
    expect(said(await logIn(more))).toMatchObject(refused("missing"))
    expect(visitor.cookies.size).toBe(0)
  })

  test("what a mail scanner does with it changes nothing and makes no session", async () => {
    const { activationCode, logIn } = await approved()
    const before = await house.audit()
    for (const [method, times] of [
      ["GET", 20],
      ["HEAD", 3]
    ] as const) {
      for (let at = 0; at < times; at++) {
        // A scanner may send what stands behind the # as well.
        for (const path of ["/activate", `/activate?code=${activationCode}`, `/activate%23${activationCode}`]) {
          const response = await house.app.request(path, { method })
          expect(response.headers.getSetCookie()).toEqual([])
        }
      }
    }
    expect(await house.audit()).toEqual(before)
    expect((await logIn({ activationCode })).status).toBe(201)
  })
})

describe("a new activation link", () => {
  test("is mailed five times and no more", async () => {
    const { credentials, visitor } = await approved()
    const statuses = []
    for (let at = 0; at < 6; at++) {
      const { body, status } = await visitor.call("POST", "/v1/activations/resend", { body: credentials })
      statuses.push(status)
      if (status === 409) expect(body).toMatchObject({ code: "resends_used_up" })
    }
    expect(statuses).toEqual([202, 202, 202, 202, 202, 409])
  })

  test.each(["a wrong password", "a username that nobody has"])(
    "is not mailed to %s, which are told alike",
    async (which) => {
      const { credentials, visitor } = await approved()
      const before = house.mails.length
      const body =
        which === "a wrong password"
          ? { ...credentials, password: "GoodElmo2021" }
          : { ...credentials, username: "nobody.at.all" }
      const told = await visitor.call("POST", "/v1/activations/resend", { body })
      expect(said(told)).toMatchObject([401, { code: "log_in_failed" }])
      await house.drain()
      expect(house.mails).toHaveLength(before)
    }
  )

  test("is not mailed for a logon that is active already", async () => {
    const { activationCode, credentials, logIn, visitor } = await approved()
    await logIn({ activationCode })
    await setUpCodes(house, visitor, larrys[used - 1]!.wish.email)
    expect((await visitor.call("POST", "/v1/activations/resend", { body: credentials })).status).toBe(401)
  })
})

describe("a mistyped e-mail address", () => {
  const correct = (
    { credentials, request }: Awaited<ReturnType<typeof approved>>,
    email: string,
    more: Readonly<Record<string, string>> = {}
  ) => request.post("/email", { password: credentials.password, email, confirmEmail: email, ...more })

  test("is corrected after the password: the new mailbox gets a link, the old link is dead", async () => {
    const person = await approved()
    expect((await correct(person, "right@example.org")).status).toBe(204)
    await house.drain()
    const newer = activationCodeIn(newestMailTo(house, "right@example.org"))
    expect(said(await person.logIn({ activationCode: person.activationCode }))).toMatchObject(refused("superseded"))
    expect((await person.logIn({ activationCode: newer })).status).toBe(201)
    await setUpCodes(house, person.visitor, "right@example.org")
    expect((await correct(person, "late@example.org")).body).toMatchObject({ code: "step_not_open" })
  })

  test("is told that it is no longer used, and nothing else: who reads there may be anybody", async () => {
    const person = await approved()
    const old = house.mails.at(-1)!.to.address
    expect((await correct(person, "moved@example.org")).status).toBe(204)
    await house.drain()
    const { rendered, to } = house.mails.findLast(({ to: { address } }) => address === old)!
    expect([to.name, rendered.subject]).toEqual(["", "We no longer use this e-mail address"])
    for (const text of [rendered.text, rendered.html]) {
      expect(text).not.toMatch(/moved@example\.org|activate|\d-\d{3}-\d{3}-\d{3}/u)
      expect(text).not.toContain(person.credentials.username)
    }
    const before = house.mails.length
    expect((await correct(person, "moved@example.org")).status).toBe(204)
    await house.drain()
    expect(house.mails.slice(before).map(({ rendered: { subject } }) => subject)).not.toContain(rendered.subject)
  })

  test.each(["corrected", "mailed a new link"])(
    "ends the log-in that the old link opened once it is %s: that one answers 401 and activates nothing, and the new link works",
    async (how) => {
      const person = await approved()
      const before = await activations()
      await person.logIn({ activationCode: person.activationCode })
      const body = { kind: "totp" }
      const begun = await person.visitor.call<{ id: string; secret: string }>("POST", "/v1/me/two-step-methods", {
        body
      })
      expect(begun.status).toBe(201)
      const address = how === "corrected" ? "unproved@example.org" : larrys[used - 1]!.wish.email
      const changed =
        how === "corrected"
          ? await correct(person, address)
          : await visitorOf(house).call("POST", "/v1/activations/resend", { body: person.credentials })
      expect(changed.status).toBe(how === "corrected" ? 204 : 202)
      await house.drain()
      const confirmed = await person.visitor.call("POST", `/v1/me/two-step-methods/${begun.body.id}/confirm`, {
        body: { code: appCodeAt(begun.body.secret, house.clock.now()) }
      })
      expect(confirmed.status).toBe(401)
      expect((await person.visitor.call("POST", "/v1/me/two-step-methods", { body })).status).toBe(401)
      expect(await activations()).toBe(before)
      person.visitor.cookies.clear()
      expect((await person.logIn({ activationCode: activationCodeIn(newestMailTo(house, address)) })).status).toBe(201)
      await setUpCodes(house, person.visitor, address)
      expect(await activations()).toBe(before + 1)
    }
  )

  test("stays where the password is wrong", async () => {
    const person = await approved()
    const told = await correct(person, "thief@example.org", { password: "GoodElmo2021" })
    expect(said(told)).toMatchObject([422, { code: "password_refused" }])
    await house.drain()
    expect(house.mails.filter(({ to }) => to.address === "thief@example.org")).toEqual([])
    expect((await person.logIn({ activationCode: person.activationCode })).status).toBe(201)
  })

  test.each([
    ["email", "no address", {}],
    ["email", "a@example.com,b@example.com", {}],
    ["email", '"x@y.z"@example.com', {}],
    ["email", "a@example.com\r\nBcc: b@example.com", {}],
    ["confirmEmail", "c@example.com", { confirmEmail: "d@example.com" }]
  ])("is told in the field %s where it is none (%s)", async (path, email, more) => {
    const told = await correct(await approvedOnce, email, more)
    expect(said(told)).toMatchObject([422, { code: "issues", step: "confirmation", issues: [{ path }] }])
  })

  let approvedOnce: ReturnType<typeof approved>
  beforeAll(() => {
    approvedOnce = approved()
  })
})
