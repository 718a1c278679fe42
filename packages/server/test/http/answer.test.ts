import { DateTime, Effect } from "effect"
import { describe, expect, test } from "vitest"
import { DatabaseUnavailable } from "../../src/database/DatabaseUnavailable.ts"
import { bearer } from "../../src/http/bearer.ts"
import { HttpError } from "../../src/http/HttpError.ts"
import { deviceCookie, sessionCookie } from "../../src/http/sessionCookie.ts"
import { refusalFloor } from "../../src/http/refusalFloor.ts"
import { randomToken } from "../../src/secrets/Derived.ts"
import { testApp } from "./testApp.ts"

describe("an answer", () => {
  test("has a request id of ours, the security headers, and no store", async () => {
    const { app, on } = testApp()
    on("/", (c) => Effect.succeed(c.json({})))
    const { headers } = await app.request("/", { headers: { "x-request-id": "mine" } })
    expect(headers.get("x-request-id")).toMatch(/^[\w-]{22}$/)
    expect(headers.get("cache-control")).toBe("no-store")
    expect(headers.get("strict-transport-security")).toContain("max-age=63072000")
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'")
    expect(headers.get("x-frame-options")).toBeNull()
    expect(headers.get("x-content-type-options")).toBe("nosniff")
  })

  test("of a route that sets a policy of its own keeps it", async () => {
    const { app, on } = testApp()
    on("/", (c) => Effect.succeed(c.body("", 200, { "content-security-policy": "default-src 'self'" })))
    expect((await app.request("/")).headers.get("content-security-policy")).toBe("default-src 'self'")
  })

  test("of a failure is a problem with a type that stays", async () => {
    const { app, on } = testApp()
    const retryAt = DateTime.addDuration(DateTime.nowUnsafe(), "90 seconds")
    on("/", () => Effect.fail(new HttpError({ reason: { _tag: "TooManyRequests", retryAt } })))
    const response = await app.request("/")
    expect(response.status).toBe(429)
    expect(response.headers.get("content-type")).toBe("application/problem+json")
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(88)
    expect(await response.json()).toMatchObject({
      type: "urn:mtc-logon:problem:too_many_requests",
      title: "There were too many attempts. Try again later.",
      status: 429,
      code: "too_many_requests",
      requestId: response.headers.get("x-request-id"),
      retryAt: DateTime.formatIso(retryAt)
    })
  })

  test("of a database that cannot be asked is a 503 that says when to come again", async () => {
    const { app, on } = testApp()
    on("/", () => Effect.die(new DatabaseUnavailable({ code: "08006" })))
    const response = await app.request("/")
    expect(response.status).toBe(503)
    expect(response.headers.get("retry-after")).toBe("2")
  })

  test.each(["dies", "throws"])(
    "of a route that %s is a 500, and neither answer nor log tells what it said",
    async (how) => {
      const { app, lines, on } = testApp()
      const mistake = new TypeError("900-12-6789 is not a function")
      if (how === "dies") on("/mistakes/:id", () => Effect.die(mistake))
      else
        app.get("/mistakes/:id", () => {
          throw mistake
        })
      const response = await app.request("/mistakes/900126789?q=900126789")
      const text = await response.text()
      expect(response.status).toBe(500)
      expect(text).toContain(response.headers.get("x-request-id"))
      expect(lines.join("")).toContain("TypeError")
      expect(text + lines.join("")).not.toMatch(/900-?12-?6789/)
    }
  )

  test("of no route is a 404 problem", async () => {
    const response = await testApp().app.request("/nowhere")
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: "not_found" })
  })

  test("leaves one line in the log: method, pattern, status, time, request id", async () => {
    const { app, lines, on } = testApp()
    on("/v1/things/:id", (c) => Effect.succeed(c.json({})))
    await app.request("/v1/things/42?secret=1", { method: "PUT" })
    const { time, level, ms, requestId, ...rest } = JSON.parse(lines[0]!) as Record<string, unknown>
    expect(lines).toHaveLength(1)
    expect(rest).toEqual({ method: "PUT", route: "/v1/things/:id", status: 200 })
    expect([typeof time, typeof level, typeof ms, typeof requestId]).toEqual(["string", "number", "number", "string"])
  })
})

describe("a refusal", () => {
  test("comes no sooner than its floor, whatever came of the work", async () => {
    for (const work of [Effect.void, Effect.fail("no")]) {
      const began = performance.now()
      await Effect.runPromiseExit(refusalFloor(30)(work))
      expect(performance.now() - began).toBeGreaterThanOrEqual(30)
    }
  })
})

describe("who calls", () => {
  const token = randomToken()
  const text = Buffer.alloc(32, 7).toString("base64url")

  test.each([
    { header: `Bearer ${text}`, status: 200 },
    { header: undefined, status: 401 },
    { header: "Bearer", status: 401 },
    { header: `bearer ${text}`, status: 401 },
    { header: `Bearer ${text}A`, status: 401 },
    { header: `Bearer ${text} ${text}`, status: 401 },
    { header: `Basic ${text}`, status: 401 }
  ])("with authorization $# is answered $status", async ({ header, status }) => {
    const { app, on } = testApp()
    on("/", (c) => Effect.as(bearer(c), c.json({})))
    const response = await app.request("/", header === undefined ? {} : { headers: { authorization: header } })
    expect(response.status).toBe(status)
  })

  test("gets a cookie that only this host reads, and no script", async () => {
    const { app, on } = testApp()
    on("/", (c) =>
      Effect.sync(() => {
        sessionCookie.write(c, token, 60)
        return c.json({})
      })
    )
    expect((await app.request("https://mtc.example/")).headers.get("set-cookie")).toMatch(
      /^__Host-mtc-session=[\w-]{43}; Max-Age=60; Path=\/; HttpOnly; Secure; SameSite=Lax$/
    )
  })

  test("is known by that cookie and by no other", async () => {
    const { app, on } = testApp()
    on("/", (c) =>
      Effect.sync(() =>
        c.json({ session: sessionCookie.read(c) !== undefined, device: deviceCookie.read(c).length > 0 })
      )
    )
    const cookies = [
      `__Host-mtc-session=${text}`,
      `mtc-session=${text}`,
      `__Host-mtc-session=${text}x`,
      `__Secure-mtc-session=${text}`
    ]
    const known = []
    for (const cookie of cookies) known.push(await (await app.request("/", { headers: { cookie } })).json())
    expect(known).toEqual([
      { session: true, device: false },
      ...Array.from({ length: 3 }, () => ({ session: false, device: false }))
    ])
  })

  test("is trusted for at most twenty people, and what is no token is left out", async () => {
    const { app, on } = testApp()
    on("/", (c) => Effect.sync(() => c.json({ devices: deviceCookie.read(c).length })))
    const devices = async (value: string) =>
      (await app.request("/", { headers: { cookie: `__Host-mtc-device=${value}` } })).json()
    expect(await devices(Array.from({ length: 25 }, () => text).join("."))).toEqual({ devices: 20 })
    expect(await devices(`${text}.short.${text}x`)).toEqual({ devices: 1 })
  })
})
