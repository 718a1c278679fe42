import type { Person } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { activePerson, approvedPerson, newestMailTo } from "./approvedPerson.ts"
import { securityCodeIn } from "./codesIn.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import type { Visitor } from "./visitorOf.ts"

/** LARRY MO's return, on numbers of their own. */
const larrys = Array.from({ length: 30 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `9001164${String(last).padStart(2, "0")}`,
    wish: { username: `larry.${last}`, email: `larry${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)
let used = 0

let house: House
beforeAll(async () => {
  house = await openHouse({ alsoOnFile: larrys, ids: "random" })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(goldenInstant))

const said = ({ body, status }: { readonly status: number; readonly body: unknown }) => [status, body]

/** A code that is another than the one that was sent. */
const other = (code: string, by = 1): string => String((Number(code) + by) % 1_000_000).padStart(6, "0")

const confirm = (visitor: Visitor, code: string, trustDevice = false) =>
  visitor.call("POST", "/v1/sessions/current/security-codes/confirm", { body: { code, trustDevice } })

/** Somebody who has logged in with the password and may have codes sent. */
const atSecondStep = async () => {
  const person = await activePerson(house, larrys[used++]!)
  await person.visitor.call("DELETE", "/v1/sessions/current")
  house.clock.advance("1 hour")
  const opened = await person.logIn()
  const { methods } = opened.body
  const send = () =>
    person.visitor.call("POST", "/v1/sessions/current/security-codes", { body: { methodId: methods[0]!.id } })
  /** Has a code sent, after the wait that there is between two, and reads it in the mail. */
  const sent = async () => {
    house.clock.advance("6 minutes")
    expect((await send()).status).toBe(202)
    await house.drain()
    return securityCodeIn(newestMailTo(house, person.target))
  }
  return { ...person, opened, send, sent }
}

/** Somebody who stands at the first set-up of two-step verification. */
const atSetUp = async () => {
  const person = await approvedPerson(house, larrys[used++]!)
  await person.logIn({ activationCode: person.activationCode })
  const add = (target: string, kind = "email") =>
    person.visitor.call<{ id: string; target: string }>("POST", "/v1/me/two-step-methods", { body: { kind, target } })
  return { ...person, add }
}

const refusal = [422, { code: "code_refused", title: expect.any(String) }]

describe("a security code", () => {
  test("is six digits, and opens the log-in once", async () => {
    const { opened, sent, visitor } = await atSecondStep()
    expect(said(opened)).toMatchObject([201, { status: "security_code_required" }])
    const code = await sent()
    expect((await visitor.call("GET", "/v1/me")).status).toBe(401)
    expect(said(await confirm(visitor, code))).toEqual([200, { status: "logged_in" }])
    expect((await visitor.call("GET", "/v1/me")).status).toBe(200)
  })

  test("that is typed with spaces, a hyphen or # is the same code", async () => {
    const { sent, visitor } = await atSecondStep()
    const code = await sent()
    expect((await confirm(visitor, ` #${code.slice(0, 3)}-${code.slice(3)} `)).status).toBe(200)
  })

  test("that is wrong, too old, replaced or used is refused in the same words", async () => {
    const { send, sent, visitor } = await atSecondStep()
    const first = await sent()
    const bodies = [await confirm(visitor, other(first))]
    house.clock.advance("10 minutes")
    bodies.push(await confirm(visitor, first))
    const second = await sent()
    bodies.push(await confirm(visitor, first))
    house.clock.advance("1 minute")
    await send()
    bodies.push(await confirm(visitor, second))
    const words = bodies.map(({ body, headers, status }) => ({
      status,
      body: { ...(body as object), requestId: "" },
      headers: [...headers].map(([name, value]) => [name, name === "x-request-id" ? value.length : value])
    }))
    expect(words[0]).toMatchObject({ status: 422, body: { code: "code_refused" } })
    expect(words.slice(1)).toEqual([words[0], words[0], words[0]])
  })

  test("is good until the instant at which its ten minutes are over", async () => {
    const { sent, visitor } = await atSecondStep()
    const code = await sent()
    const sentAt = house.clock.now()
    house.clock.set(new Date(sentAt + 600_000).toISOString())
    expect(said(await confirm(visitor, code))).toMatchObject(refusal)
    house.clock.set(new Date(sentAt + 599_999).toISOString())
    expect((await confirm(visitor, code)).status).toBe(200)
  })

  test("that cannot be one is mended in its field and costs no try", async () => {
    const { sent, visitor } = await atSecondStep()
    const code = await sent()
    for (const typed of ["", "12345", "1234567", "abcdef", "１２３４５６", "12 34", "400533;", "-40053"]) {
      expect(said(await confirm(visitor, typed))).toMatchObject([422, { code: "issues", issues: [{ path: "code" }] }])
    }
    expect((await confirm(visitor, code)).status).toBe(200)
  })

  test("takes five tries: the sixth is refused, right or wrong, until another code is sent", async () => {
    const { sent, visitor } = await atSecondStep()
    const code = await sent()
    for (let at = 1; at <= 5; at++) expect(said(await confirm(visitor, other(code, at)))).toMatchObject(refusal)
    expect(said(await confirm(visitor, code))).toMatchObject(refusal)
    expect((await confirm(visitor, await sent())).status).toBe(200)
  })

  test("of seven tries at once five are looked at", async () => {
    const { sent, visitor } = await atSecondStep()
    const code = await sent()
    const told = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7].map((at) => confirm(visitor, at === 7 ? code : other(code, at)))
    )
    const statuses = told.map(({ status }) => status)
    // A try that comes after the right one finds its session gone: it has another key by then.
    const isOpened = statuses.includes(200)
    expect(statuses.filter((status) => ![200, 422, ...(isOpened ? [401] : [])].includes(status))).toEqual([])
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(1)
    expect((await confirm(visitor, code)).status).not.toBe(200)
  })

  test("that is typed once more after the right one, with the key of before, finds nobody logged in", async () => {
    const { opened, sent, visitor } = await atSecondStep()
    const code = await sent()
    const cookie = opened.headers.getSetCookie().map((set) => set.split(";")[0]!)
    expect((await confirm(visitor, code)).status).toBe(200)
    const late = await visitor.call("POST", "/v1/sessions/current/security-codes/confirm", {
      body: { code, trustDevice: false },
      headers: { cookie: cookie.join("; ") }
    })
    expect(said(late)).toMatchObject([401, { code: "not_logged_in" }])
  })

  test("right and typed twenty times at once opens one session", async () => {
    const { sent, visitor } = await atSecondStep()
    const code = await sent()
    const told = await Promise.all(Array.from({ length: 20 }, () => confirm(visitor, code)))
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test("that is missed ten times in a row, over all codes, locks the logon for fifteen minutes to the instant", async () => {
    const { logIn, send, sent, target, visitor } = await atSecondStep()
    const first = await sent()
    for (let at = 1; at <= 5; at++) await confirm(visitor, other(first, at))
    const second = await sent()
    for (let at = 1; at <= 5; at++) await confirm(visitor, other(second, at))
    const lockedAt = house.clock.now()
    house.clock.advance("8 minutes")
    expect((await send()).status).toBe(202)
    await house.drain()
    const third = securityCodeIn(newestMailTo(house, target))
    house.clock.set(new Date(lockedAt + 899_999).toISOString())
    const locked = await confirm(visitor, third)
    expect(said(locked)).toMatchObject([
      423,
      { code: "code_locked", retryAt: new Date(lockedAt + 900_000).toISOString() }
    ])
    expect(locked.headers.get("retry-after")).toBe("1")
    house.clock.set(new Date(lockedAt + 900_000).toISOString())
    expect((await confirm(visitor, third)).status).toBe(200)
    expect((await logIn()).status).toBe(201)
  })

  test("is good for the log-in that asked for it only, and for nobody else", async () => {
    const one = await atSecondStep()
    const code = await one.sent()
    const two = await atSecondStep()
    const theirs = await two.sent()
    if (code !== theirs) expect(said(await confirm(two.visitor, code))).toMatchObject(refusal)
    house.clock.set(new Date(house.clock.now() + 60_000).toISOString())
    // The same person in another session: a code of the first is none of the second.
    const again = await atSecondStep()
    const before = await again.sent()
    again.visitor.cookies.clear()
    await again.logIn()
    expect(said(await confirm(again.visitor, before))).toMatchObject(refusal)
  })

  test("is not sent sooner than thirty seconds after the last: 429 with Retry-After", async () => {
    const { send } = await atSecondStep()
    house.clock.advance("6 minutes")
    expect((await send()).status).toBe(202)
    house.clock.advance("10 seconds")
    const soon = await send()
    expect(said(soon)).toMatchObject([429, { code: "too_soon" }])
    expect(soon.headers.get("retry-after")).toBe("20")
    house.clock.advance("20 seconds")
    expect((await send()).status).toBe(202)
  })

  test("is sent three times in fifteen minutes, ten times in a day, and no more", async () => {
    const { send } = await atSecondStep()
    const statuses = []
    for (let at = 0; at < 4; at++) {
      statuses.push((await send()).status)
      house.clock.advance("1 minute")
    }
    expect(statuses).toEqual([202, 202, 202, 429])
    const later = []
    for (let at = 0; at < 8; at++) {
      house.clock.advance("13 minutes")
      later.push((await send()).status)
    }
    // One was sent at the set-up, three just now.
    expect(later).toEqual([202, 202, 202, 202, 202, 202, 429, 429])
  })
})

describe("two-step verification", () => {
  test("R-32 the two-step e-mail address need not be the profile's", async () => {
    const { add, visitor } = await atSetUp()
    const added = await add("elsewhere@example.org")
    expect(said(added)).toMatchObject([201, { kind: "email", target: "elsewhere@example.org", confirmed: false }])
    await house.drain()
    const code = securityCodeIn(newestMailTo(house, "elsewhere@example.org"))
    await visitor.call("POST", `/v1/me/two-step-methods/${added.body.id}/confirm`, { body: { code } })
    const { body } = await visitor.call<{ email: string; twoStepMethods: ReadonlyArray<{ target: string }> }>(
      "GET",
      "/v1/me"
    )
    expect(body.email).toBe(larrys[used - 1]!.wish.email)
    expect(body.twoStepMethods.map(({ target }) => target)).toEqual(["elsewhere@example.org"])
  })

  test("is not set up by an address that is none", async () => {
    const { add } = await atSetUp()
    for (const target of ["", "nobody", "a@example.com,b@example.com", "a@example.com\r\nBcc: b@example.com"]) {
      expect(said(await add(target))).toMatchObject([422, { code: "issues", issues: [{ path: "target" }] }])
    }
  })

  test("is forced: nothing opens before a method is confirmed", async () => {
    const { activationCode, add, logIn, visitor } = await atSetUp()
    await add("one@example.org")
    expect((await visitor.call("GET", "/v1/me")).status).toBe(401)
    expect(said(await logIn({ activationCode }))).toMatchObject([201, { status: "two_step_setup_required" }])
  })

  test("is set up by the code that came, though another address was refused meanwhile for coming too soon", async () => {
    const { add, visitor } = await atSetUp()
    const { id } = (await add("first@example.org")).body
    house.clock.advance("5 seconds")
    expect(said(await add("second@example.org"))).toMatchObject([429, { code: "too_soon" }])
    await house.drain()
    const code = securityCodeIn(newestMailTo(house, "first@example.org"))
    const confirmed = await visitor.call("POST", `/v1/me/two-step-methods/${id}/confirm`, { body: { code } })
    expect(confirmed.status).toBe(200)
    const { body } = await visitor.call<{ methods: ReadonlyArray<{ target: string }> }>(
      "GET",
      "/v1/me/two-step-methods"
    )
    expect(body.methods.map(({ target }) => target)).toEqual(["first@example.org"])
  })

  test("takes the newer address once a code went there, and the older one's code no more", async () => {
    const { add, visitor } = await atSetUp()
    const first = (await add("typo@example.org")).body.id
    await house.drain()
    const dead = securityCodeIn(newestMailTo(house, "typo@example.org"))
    house.clock.advance("30 seconds")
    const second = (await add("right@example.org")).body.id
    await house.drain()
    const code = securityCodeIn(newestMailTo(house, "right@example.org"))
    const confirmBy = (id: string, typed: string) =>
      visitor.call("POST", `/v1/me/two-step-methods/${id}/confirm`, { body: { code: typed } })
    expect((await confirmBy(first, dead)).status).toBe(404)
    expect((await confirmBy(second, code)).status).toBe(200)
  })

  test("sends a log-in its code, however often others set up the same mailbox", async () => {
    const owner = await atSecondStep()
    house.clock.advance("1 hour")
    for (let stranger = 0; stranger < 3; stranger++) {
      const { add } = await atSetUp()
      house.clock.advance("1 minute")
      expect((await add(owner.target)).status).toBe(201)
    }
    expect((await owner.logIn()).status).toBe(201)
    expect((await owner.send()).status).toBe(202)
  })

  test("R-35 a device can not be trusted while codes are set up", async () => {
    const { add, logIn, visitor } = await atSetUp()
    const { id } = (await add("two@example.org")).body
    await house.drain()
    const code = securityCodeIn(newestMailTo(house, "two@example.org"))
    const asked = await visitor.call("POST", `/v1/me/two-step-methods/${id}/confirm`, {
      body: { code, trustDevice: true }
    })
    expect(said(asked)).toMatchObject([400, { issues: [{ path: "trustDevice" }] }])
    // Over the log-in's own route neither: it is a code of the set-up.
    expect((await confirm(visitor, code, true)).status).toBe(200)
    expect([...visitor.cookies.keys()].filter((name) => name.includes("device"))).toEqual([])
    expect(said(await logIn())).toMatchObject([201, { status: "security_code_required" }])
  })

  test("takes both steps to add a method once one works: the password alone brings no mailbox of its own", async () => {
    const { visitor } = await atSecondStep()
    const add = (target: string) => visitor.call("POST", "/v1/me/two-step-methods", { body: { kind: "email", target } })
    const before = house.mails.length
    expect(said(await add("thief@example.net"))).toMatchObject([401, { code: "not_logged_in" }])
    await house.drain()
    expect(house.mails).toHaveLength(before)
  })

  test("sends no code to a method that is somebody else's or none", async () => {
    const two = await atSecondStep()
    const one = await atSecondStep()
    for (const methodId of [two.methodId, "1", "00000000-0000-4000-8000-000000000000"]) {
      const told = await one.visitor.call("POST", "/v1/sessions/current/security-codes", { body: { methodId } })
      expect(said(told)).toMatchObject([404, { code: "not_found" }])
    }
  })

  test("is asked for at log-in with the address masked", async () => {
    const { opened } = await atSecondStep()
    expect(opened.body.methods.map(({ target }) => target)).toEqual([expect.stringMatching(/^c\*+\.l\*+@e\*+\.com$/)])
  })
})
