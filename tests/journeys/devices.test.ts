import type { TrustedDeviceView } from "@mtc-logon/core/two-step"
import type { CurrentSessionView } from "@mtc-logon/core/login"
import type { Person } from "@mtc-logon/core/testing"
import { typedPassword } from "@mtc-logon/core/testing"
import { eq } from "drizzle-orm"
import { Effect } from "effect"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { Database } from "../../packages/server/src/database/Database.ts"
import { logonTable } from "../../packages/server/src/database/logonTable.ts"
import { activePerson, newestMailTo } from "./approvedPerson.ts"
import { securityCodeIn } from "./codesIn.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Visitor } from "./visitorOf.ts"

/** LARRY MO's return, on numbers of their own. */
const larrys = Array.from({ length: 30 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `9001167${String(last).padStart(2, "0")}`,
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
const deviceName = "__Host-mtc-device"
const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"

/** Somebody with a logon, who logs in by both steps in any browser. */
const owner = async () => {
  const person = await activePerson(house, larrys[used++]!)
  const { credentials, target } = person
  await person.visitor.call("DELETE", "/v1/sessions/current")
  house.clock.advance("1 hour")
  const logInBy = (browser: Visitor, headers: Readonly<Record<string, string>> = {}) =>
    browser.call<{ status: string; methods: ReadonlyArray<{ id: string }> }>("POST", "/v1/sessions", {
      body: credentials,
      headers
    })
  const logInWholly = async (
    browser: Visitor,
    trustDevice: boolean,
    headers: Readonly<Record<string, string>> = {}
  ) => {
    house.clock.advance("6 minutes")
    const { methods } = (await logInBy(browser, headers)).body
    await browser.call("POST", "/v1/sessions/current/security-codes", { body: { methodId: methods[0]!.id } })
    await house.drain()
    return browser.call("POST", "/v1/sessions/current/security-codes/confirm", {
      body: { code: securityCodeIn(newestMailTo(house, target)), trustDevice },
      headers
    })
  }
  const { email } = larrys[used - 1]!.wish
  return { ...person, email, logInBy, logInWholly }
}

const opens = async (browser: Visitor) => (await browser.call("GET", "/v1/me")).status === 200
const devicesOf = async (browser: Visitor) =>
  (await browser.call<{ devices: ReadonlyArray<TrustedDeviceView> }>("GET", "/v1/me/trusted-devices")).body.devices
const tokenOf = (browser: Visitor) => browser.cookies.get(deviceName)!
const count = (subject: string, to: string) =>
  house.mails.filter((mail) => mail.to.address === to && mail.rendered.subject === subject).length

describe("D-15 a trusted device", () => {
  test("is listed by the names that its owner knows, and is trusted no more when it is removed", async () => {
    const { logInBy, logInWholly, visitor } = await owner()
    await logInWholly(visitor, true, { "user-agent": phone })
    const [device] = await devicesOf(visitor)
    expect(device).toMatchObject({
      browser: "safari",
      system: "ios",
      isThisOne: true,
      createdAt: new Date(house.clock.now()).toISOString(),
      expiresAt: new Date(house.clock.now() + 30 * 86_400_000).toISOString()
    })
    expect((await logInBy(visitor)).body.status).toBe("logged_in")
    expect((await visitor.call("DELETE", `/v1/me/trusted-devices/${device!.id}`)).status).toBe(204)
    expect(await devicesOf(visitor)).toEqual([])
    expect((await logInBy(visitor)).body.status).toBe("security_code_required")
  })

  test("of somebody else is none, nor is what is no id", async () => {
    const one = await owner()
    const other = await owner()
    await one.logInWholly(one.visitor, true)
    await other.logInWholly(other.visitor, false)
    const [device] = await devicesOf(one.visitor)
    for (const id of [device!.id, "x", "00000000-0000-0000-0000-000000000000"]) {
      expect((await other.visitor.call("DELETE", `/v1/me/trusted-devices/${id}`)).status).toBe(404)
    }
    // The token of another's browser skips nothing.
    other.visitor.cookies.set(deviceName, tokenOf(one.visitor))
    expect((await other.logInBy(other.visitor)).body.status).toBe("security_code_required")
    expect((await one.logInBy(one.visitor)).body.status).toBe("logged_in")
  })

  test("has a new token at each log-in; a copy that comes back ends it, its sessions, and tells the owner", async () => {
    const { email, logInBy, logInWholly, visitor } = await owner()
    await logInWholly(visitor, true)
    const stolen = tokenOf(visitor)
    expect((await logInBy(visitor)).body.status).toBe("logged_in")
    expect(tokenOf(visitor)).not.toBe(stolen)

    const thief = visitorOf(house)
    thief.cookies.set(deviceName, stolen)
    house.clock.advance("59 seconds")
    expect((await logInBy(thief)).body.status).toBe("logged_in")
    house.clock.advance("1 second")
    thief.cookies.set(deviceName, stolen)
    expect((await logInBy(thief)).body.status).toBe("security_code_required")
    expect(await opens(visitor)).toBe(false)
    expect((await logInBy(visitor)).body.status).toBe("security_code_required")
    await house.drain()
    expect(count("A device is no longer trusted", email)).toBe(1)
  })

  test("is trusted for thirty days to the instant, whatever the browser keeps", async () => {
    const { logInBy, logInWholly, visitor } = await owner()
    await logInWholly(visitor, true)
    const until = house.clock.now() + 30 * 86_400_000
    house.clock.set(new Date(until - 1).toISOString())
    expect((await logInBy(visitor)).body.status).toBe("logged_in")
    house.clock.set(new Date(until).toISOString())
    expect((await logInBy(visitor)).body.status).toBe("security_code_required")
  })

  test("is one of ten at most: the eleventh takes the place of the oldest", async () => {
    const { logInBy, logInWholly } = await owner()
    const browsers = Array.from({ length: 11 }, () => visitorOf(house))
    for (const browser of browsers) {
      house.clock.advance("3 hours")
      await logInWholly(browser, true)
    }
    expect(await devicesOf(browsers[10]!)).toHaveLength(10)
    expect((await logInBy(browsers[0]!)).body.status).toBe("security_code_required")
    expect((await logInBy(browsers[1]!)).body.status).toBe("logged_in")
  })

  test("may be of several people, each with a token of their own", async () => {
    const one = await owner()
    const other = await owner()
    const browser = visitorOf(house)
    await one.logInWholly(browser, true)
    await other.logInWholly(browser, true)
    expect((await one.logInBy(browser)).body.status).toBe("logged_in")
    expect((await other.logInBy(browser)).body.status).toBe("logged_in")
    expect(tokenOf(browser).split(".")).toHaveLength(2)
  })

  test("ends with a changed way of two-step verification and with log out everywhere", async () => {
    const { logInBy, logInWholly, visitor } = await owner()
    const phoneOf = visitorOf(house)
    await logInWholly(phoneOf, true)
    await logInWholly(visitor, true)
    expect((await visitor.call("DELETE", "/v1/sessions")).status).toBe(204)
    expect([await opens(visitor), await opens(phoneOf)]).toEqual([true, false])
    expect((await logInBy(phoneOf)).body.status).toBe("security_code_required")
    expect((await visitor.call("DELETE", "/v1/sessions?including=current")).status).toBe(204)
    expect(await opens(visitor)).toBe(false)
  })

  test("takes the right password after a remote attacker closed it, and after one on the same network did", async () => {
    const { credentials, email, logInBy, logInWholly, visitor } = await owner()
    await logInWholly(visitor, true)
    const attacker = visitorOf(house)
    const wrong = () =>
      attacker.call("POST", "/v1/sessions", { body: { username: credentials.username, password: "Wrong0000" } })
    for (let n = 0; n < 5; n++) expect((await wrong()).status).toBe(401)
    expect((await wrong()).status).toBe(423)
    expect((await logInBy(attacker)).status).toBe(423)
    expect((await logInBy(visitor)).body.status).toBe("logged_in")

    // A made-up token is no way around the lock.
    attacker.cookies.set(deviceName, "A".repeat(43))
    expect((await wrong()).status).toBe(423)

    const set = (failedLogIns: number) =>
      house.runtime.runPromise(
        Effect.flatMap(Database, ({ run }) =>
          run((db) =>
            db.update(logonTable).set({ failedLogIns }).where(eq(logonTable.usernameKey, credentials.username))
          )
        )
      )
    house.clock.advance("15 minutes")
    await set(99)
    attacker.cookies.clear()
    expect((await wrong()).status).toBe(401)
    await house.drain()
    expect(count("Your password is locked", email)).toBe(1)
    const closed = await logInBy(attacker)
    expect(said(closed)).toMatchObject([401, { code: "log_in_failed" }])
    expect((await logInBy(visitor)).body.status).toBe("logged_in")
    expect((await logInBy(attacker)).body.status).toBe("security_code_required")
  })
})

describe("a browser that is not known", () => {
  test("is told of once both steps are done, and is known from then on", async () => {
    const { email, logInWholly, visitor } = await owner()
    const subject = "Your account was opened on a new device"
    await logInWholly(visitor, false)
    await house.drain()
    expect(count(subject, email)).toBe(0)
    const elsewhere = visitorOf(house)
    await logInWholly(elsewhere, false, { "user-agent": phone })
    await house.drain()
    expect(count(subject, email)).toBe(1)
    expect(newestMailTo(house, email)).toContain("Safari on an iPhone")
    await logInWholly(elsewhere, false)
    await house.drain()
    expect(count(subject, email)).toBe(1)
  })
})

describe("D-48 a session", () => {
  const current = (browser: Visitor) => browser.call<CurrentSessionView>("GET", "/v1/sessions/current")
  const iso = (ms: number) => new Date(ms).toISOString()

  test("says when it ends, and looking moves nothing; keep moves the idle end", async () => {
    const { logInWholly, visitor } = await owner()
    await logInWholly(visitor, false)
    const openedAt = house.clock.now()
    const { body } = await current(visitor)
    expect(body).toEqual({
      status: "logged_in",
      idleEndsAt: iso(openedAt + 15 * 60_000),
      expiresAt: expect.any(String),
      warnSeconds: 150,
      passwordGoodUntil: iso(openedAt + 20 * 60_000),
      now: iso(openedAt)
    })
    house.clock.advance("14 minutes")
    expect((await current(visitor)).body.idleEndsAt).toBe(iso(openedAt + 15 * 60_000))
    const kept = await visitor.call<CurrentSessionView>("POST", "/v1/sessions/current/keep", { body: {} })
    expect(kept.body.idleEndsAt).toBe(iso(house.clock.now() + 15 * 60_000))
    house.clock.set(iso(house.clock.now() + 15 * 60_000 - 1))
    expect((await current(visitor)).status).toBe(200)
    house.clock.set(iso(house.clock.now() + 1))
    expect((await current(visitor)).status).toBe(401)
  })

  test("says where its log-in stands", async () => {
    const { logInBy, visitor } = await owner()
    await logInBy(visitor)
    expect((await current(visitor)).body).toMatchObject({
      status: "security_code_required",
      methods: [{ kind: "email", target: expect.stringContaining("*") }]
    })
    expect((await current(visitorOf(house))).status).toBe(401)
  })

  test("has a new id when the password is typed again, and the wrong one is counted and closed", async () => {
    const { logInWholly, visitor } = await owner()
    await logInWholly(visitor, false)
    const before = visitor.cookies.get("__Host-mtc-session")!
    const type = (password: string) => visitor.call("POST", "/v1/sessions/current/password", { body: { password } })
    expect((await type(typedPassword)).status).toBe(204)
    const old = visitorOf(house)
    old.cookies.set("__Host-mtc-session", before)
    expect([await opens(visitor), await opens(old)]).toEqual([true, false])
    for (let n = 0; n < 5; n++) expect((await type("Wrong0000")).status).toBe(422)
    expect(said(await type(typedPassword))).toMatchObject([423, { code: "log_in_locked" }])
  })
})

describe("D-44 new terms", () => {
  const outdated = (username: string) =>
    house.runtime.runPromise(
      Effect.flatMap(Database, ({ run }) =>
        run((db) =>
          db.update(logonTable).set({ termsVersion: "2019-01-01" }).where(eq(logonTable.usernameKey, username))
        )
      )
    )

  test("stand before everything else at the next log-in, and every text that was accepted is kept", async () => {
    const { credentials, logInWholly, visitor } = await owner()
    await outdated(credentials.username)
    expect(said(await logInWholly(visitor, true))).toEqual([200, { status: "terms_required" }])
    expect(said(await visitor.call("GET", "/v1/me"))).toMatchObject([403, { code: "terms_required" }])
    expect((await visitor.call("POST", "/v1/me/two-step-methods", { body: { kind: "totp" } })).status).toBe(403)
    const { body } = await visitor.call<{ version: string; sentences: ReadonlyArray<string> }>("GET", "/v1/me/terms")
    expect(body).toMatchObject({ version: "2020-11-20", sentences: expect.arrayContaining(["terms.certify-ssn"]) })
    const accept = (termsVersion: string) => visitor.call("PUT", "/v1/me/terms", { body: { termsVersion } })
    expect(said(await accept("2019-01-01"))).toMatchObject([422, { issues: [{ path: "termsVersion" }] }])
    expect(said(await accept(body.version))).toEqual([200, { status: "logged_in" }])
    expect(await opens(visitor)).toBe(true)
    const [logon] = await house.runtime.runPromise(
      Effect.flatMap(Database, ({ run }) =>
        run((db) => db.select().from(logonTable).where(eq(logonTable.usernameKey, credentials.username)))
      )
    )
    expect(logon!.termsAccepted).toMatchObject([
      { version: "2020-11-20" },
      { version: "2020-11-20", locale: "en", textHash: expect.stringMatching(/^[\da-f]{64}$/u) }
    ])
  })

  test("stand before a log-in on a trusted device as well", async () => {
    const { credentials, logInBy, logInWholly, visitor } = await owner()
    await logInWholly(visitor, true)
    await outdated(credentials.username)
    expect((await logInBy(visitor)).body.status).toBe("terms_required")
    expect(await opens(visitor)).toBe(false)
  })
})

describe("a log-in with a username that nobody has", () => {
  test("is answered like a wrong password, and counted like one", async () => {
    const { credentials } = await owner()
    const tell = async (username: string) => {
      const { headers, status, text } = await visitorOf(house).call("POST", "/v1/sessions", {
        body: { username, password: "Wrong0000" }
      })
      const { requestId: _, ...body } = JSON.parse(text) as { requestId: string }
      const kept = [...headers].filter(([name]) => name !== "x-request-id" && name !== "date")
      return { status, body, headers: kept }
    }
    const missed = async () => (await house.audit()).filter(({ type }) => type === "LogInMissed").length
    const start = await missed()
    expect(await tell("nobody.at.all")).toEqual(await tell(credentials.username))
    expect(await missed()).toBe(start + 2)
  })
})
