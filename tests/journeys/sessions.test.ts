import { typedPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { activePerson, approvedPerson, newestMailTo } from "./approvedPerson.ts"
import { securityCodeIn } from "./codesIn.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"

/** LARRY MO's return, on numbers of their own. */
const larrys = Array.from({ length: 20 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `9001163${String(last).padStart(2, "0")}`,
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

const sessionName = "__Host-mtc-session"
const deviceName = "__Host-mtc-device"
const active = () => activePerson(house, larrys[used++]!)

/** Whether a cookie opens the home page. */
const opens = async (cookie: string) =>
  (await visitorOf(house).call("GET", "/v1/me", { headers: { cookie: `${sessionName}=${cookie}` } })).status === 200

describe("a session", () => {
  test("has a new token after the password and after the code, and the old ones are dead", async () => {
    const planted = "A".repeat(43)
    const person = await approvedPerson(house, larrys[used++]!)
    person.visitor.cookies.set(sessionName, planted)
    await person.logIn({ activationCode: person.activationCode })
    const first = person.visitor.cookies.get(sessionName)!
    expect(first).not.toBe(planted)
    const { body } = await person.visitor.call<{ id: string }>("POST", "/v1/me/two-step-methods", {
      body: { kind: "email", target: "codes@example.org" }
    })
    await house.drain()
    const code = securityCodeIn(newestMailTo(house, "codes@example.org"))
    await person.visitor.call("POST", `/v1/me/two-step-methods/${body.id}/confirm`, { body: { code } })
    const second = person.visitor.cookies.get(sessionName)!
    expect(second).not.toBe(first)
    expect([await opens(planted), await opens(first), await opens(second)]).toEqual([false, false, true])
  })

  test("is ended by a new log-in in the same browser", async () => {
    const { logIn, visitor } = await active()
    const before = visitor.cookies.get(sessionName)!
    await logIn()
    expect(await opens(before)).toBe(false)
  })

  test("is over as soon as its person logs out, for every copy of the cookie", async () => {
    const { visitor } = await active()
    const cookie = visitor.cookies.get(sessionName)!
    expect(await opens(cookie)).toBe(true)
    expect((await visitor.call("DELETE", "/v1/sessions/current")).status).toBe(204)
    expect(visitor.cookies.has(sessionName)).toBe(false)
    expect(await opens(cookie)).toBe(false)
    expect((await visitor.call("DELETE", "/v1/sessions/current")).status).toBe(401)
  })

  test("is over fifteen minutes after the last call, at that instant", async () => {
    const { visitor } = await active()
    const cookie = visitor.cookies.get(sessionName)!
    house.clock.advance("14 minutes")
    expect(await opens(cookie)).toBe(true)
    house.clock.set("2020-11-20T14:24:14.999-05:00")
    expect(await opens(cookie)).toBe(true)
    house.clock.set("2020-11-20T14:39:14.999-05:00")
    expect(await opens(cookie)).toBe(false)
  })

  test("is over twelve hours after the log-in, however busy", async () => {
    const { visitor } = await active()
    const cookie = visitor.cookies.get(sessionName)!
    for (let at = 0; at < 71; at++) {
      house.clock.advance("10 minutes")
      expect(await opens(cookie)).toBe(true)
    }
    house.clock.set("2020-11-21T01:55:14.999-05:00")
    expect(await opens(cookie)).toBe(true)
    house.clock.set("2020-11-21T01:55:15-05:00")
    expect(await opens(cookie)).toBe(false)
  })

  test("comes as a cookie that only this host gets and no script reads", async () => {
    const { credentials } = await active()
    const { headers } = await visitorOf(house).call("POST", "/v1/sessions", { body: credentials })
    const [cookie] = headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-mtc-session=[\w-]{43}; /)
    for (const part of ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"]) expect(cookie).toContain(part)
    expect(cookie).not.toContain("Domain")
  })

  test("opens nothing before the second step", async () => {
    const { credentials } = await active()
    const visitor = visitorOf(house)
    await visitor.call("POST", "/v1/sessions", { body: credentials })
    expect((await visitor.call("GET", "/v1/me")).status).toBe(401)
  })

  test.each(["", "x", "A".repeat(43), "A".repeat(4096)])("is opened by no other cookie", async (cookie) => {
    expect(await opens(cookie)).toBe(false)
  })
})

describe("log-in", () => {
  test("answers a username that nobody has as a wrong password", async () => {
    const { credentials } = await active()
    const told = [
      await visitorOf(house).call("POST", "/v1/sessions", { body: { ...credentials, password: "Wrong4Word" } }),
      await visitorOf(house).call("POST", "/v1/sessions", { body: { username: "no.body", password: typedPassword } })
    ].map(({ body, headers, status }) => ({
      status,
      body: { ...(body as object), requestId: "" },
      headers: [...headers].map(([name, value]) => [name, name === "x-request-id" ? value.length : value])
    }))
    expect(told[0]).toMatchObject({ status: 401, body: { code: "log_in_failed" } })
    expect(told[1]).toEqual(told[0])
  })

  test("takes the username in any case", async () => {
    const { credentials } = await active()
    const body = { ...credentials, username: credentials.username.toUpperCase() }
    expect((await visitorOf(house).call("POST", "/v1/sessions", { body })).status).toBe(201)
  })

  test.each(["that somebody has", "that nobody has"])(
    "closes a username %s to a network after five wrong passwords in fifteen minutes, until the instant that it tells",
    async (which) => {
      const { credentials } = which === "that somebody has" ? await active() : { credentials: { username: "no.one" } }
      const logIn = (password: string) =>
        visitorOf(house).call("POST", "/v1/sessions", { body: { username: credentials.username, password } })
      const statuses = []
      for (let at = 0; at < 6; at++) statuses.push((await logIn(`Wrong4Word${at}`)).status)
      expect(statuses).toEqual([401, 401, 401, 401, 401, 423])
      const locked = await logIn(typedPassword)
      expect(locked.body).toMatchObject({ code: "log_in_locked", retryAt: "2020-11-20T19:10:15.000Z" })
      house.clock.set("2020-11-20T14:10:14.999-05:00")
      expect((await logIn(typedPassword)).status).toBe(423)
      house.clock.set("2020-11-20T14:10:15-05:00")
      expect((await logIn(typedPassword)).status).toBe(which === "that somebody has" ? 201 : 401)
    }
  )
})

describe("a device that is trusted", () => {
  /** Somebody who has trusted this browser. */
  const trusting = async () => {
    const person = await active()
    await person.visitor.call("DELETE", "/v1/sessions/current")
    house.clock.advance("1 hour")
    await person.logIn()
    const { methodId, target, visitor } = person
    await visitor.call("POST", "/v1/sessions/current/security-codes", { body: { methodId } })
    await house.drain()
    const code = securityCodeIn(newestMailTo(house, target))
    await visitor.call("POST", "/v1/sessions/current/security-codes/confirm", { body: { code, trustDevice: true } })
    return { ...person, device: visitor.cookies.get(deviceName)! }
  }
  const withDevice = (credentials: object, device: string) =>
    visitorOf(house).call("POST", "/v1/sessions", { body: credentials, headers: { cookie: `${deviceName}=${device}` } })

  test("asks its person for no code, after the right password", async () => {
    const { credentials, device } = await trusting()
    expect((await withDevice(credentials, device)).body).toEqual({ status: "logged_in" })
    expect((await withDevice({ ...credentials, password: "Wrong4Word" }, device)).status).toBe(401)
  })

  test("is none for anybody else: they are asked for their code", async () => {
    const { device } = await trusting()
    const other = await active()
    expect((await withDevice(other.credentials, device)).body).toMatchObject({ status: "security_code_required" })
  })

  test("is trusted for thirty days to the instant, whatever the browser keeps", async () => {
    const { credentials, device } = await trusting()
    house.clock.set("2020-12-20T14:55:14.999-05:00")
    expect((await withDevice(credentials, device)).body).toEqual({ status: "logged_in" })
    house.clock.set("2020-12-20T14:55:15-05:00")
    expect((await withDevice(credentials, device)).body).toMatchObject({ status: "security_code_required" })
  })

  test("is not made where the box was not ticked", async () => {
    const { visitor } = await active()
    expect(visitor.cookies.has(deviceName)).toBe(false)
  })
})
