import type { AnsweredStepId } from "@mtc-logon/core/journey"
import { apiKeyScopes } from "@mtc-logon/core/partner"
import { answersOf } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { canarySweep } from "../harness/canarySweep.ts"
import { activePerson, newestMailTo } from "./approvedPerson.ts"
import { applicationOf } from "./applicationOf.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Told, Visitor } from "./visitorOf.ts"

const larry = somebody("larry-mo")
const texts = answersOf(larry)

/** A call that would be answered, if nothing were wrong with it. */
interface Call {
  readonly method: string
  readonly path: string
  readonly good: Readonly<Record<string, unknown>>
  /** Which key it comes with: a request's bearer token, a session's cookie, an application's key. */
  readonly key: "none" | "bearer" | "cookie" | "api-key"
  /** The steps before it, for a request. */
  readonly until?: AnsweredStepId
}

const calls: ReadonlyArray<Call> = [
  {
    method: "POST",
    path: "/v1/logon-requests",
    key: "none",
    good: { partnerId: "mtcpk_test_nobody", locale: "en", reference: "a.b" }
  },
  ...texts.map(({ step, text }): Call => ({
    method: "PUT",
    path: `/v1/logon-requests/:id/answers/${step}`,
    key: "bearer",
    until: step,
    good: { ...text }
  })),
  {
    method: "PUT",
    path: "/v1/logon-requests/:id/answers/letter-id",
    key: "bearer",
    until: "tax-amount",
    good: { letterId: "L0000000001" }
  },
  {
    method: "PUT",
    path: "/v1/logon-requests/:id/answers/line-item",
    key: "bearer",
    until: "tax-amount",
    good: { amount: "100.00" }
  },
  { method: "POST", path: "/v1/logon-requests/:id/submit", key: "bearer", good: {} },
  {
    method: "POST",
    path: "/v1/logon-requests/:id/email",
    key: "bearer",
    good: { password: "GoodElmo2020", email: "a@example.com", confirmEmail: "a@example.com" }
  },
  { method: "POST", path: "/v1/logon-requests/:id/not-me", key: "bearer", good: {} },
  {
    method: "POST",
    path: "/v1/sessions",
    key: "none",
    good: { username: "no.one", password: "GoodElmo2020", activationCode: "A".repeat(64) }
  },
  {
    method: "POST",
    path: "/v1/activations/resend",
    key: "none",
    good: { username: "no.one.else", password: "GoodElmo2020" }
  },
  {
    method: "POST",
    path: "/v1/me/two-step-methods",
    key: "cookie",
    good: { kind: "email", target: "a@example.com" }
  },
  { method: "POST", path: "/v1/me/two-step-methods/1/confirm", key: "cookie", good: { code: "123456" } },
  { method: "POST", path: "/v1/sessions/current/security-codes", key: "cookie", good: { methodId: "1" } },
  {
    method: "POST",
    path: "/v1/sessions/current/security-codes/confirm",
    key: "cookie",
    good: { code: "123456", trustDevice: false }
  },
  {
    method: "POST",
    path: "/v1/decisions",
    key: "api-key",
    good: { question: "password", mode: "simulation", detail: "full", facts: { password: { text: "GoodElmo2020" } } }
  },
  {
    method: "POST",
    path: "/v1/decisions/missing",
    key: "api-key",
    good: { question: "password", facts: { password: { text: "GoodElmo2020" } } }
  },
  {
    method: "POST",
    path: "/v1/decisions/what-if",
    key: "api-key",
    good: { question: "password", base: "mtc-2020", candidate: "nist-800-63b-4", cases: [] }
  }
]

/** What stands for whatever a person typed: it must be nowhere. */
const canary = { name: "what was typed", value: "Zq7canaryX4w" }

let house: House
let cookieVisitor: Visitor
let apiKey: string
const requests = new Map<string, Awaited<ReturnType<Visitor["walk"]>>["request"]>()
beforeAll(async () => {
  house = await openHouse({
    ids: "random",
    settings: { LIMIT_VERIFY_PER_DRAFT: "1000", LIMIT_USERNAMES_PER_DRAFT: "1000" }
  })
  apiKey = (await applicationOf(house, apiKeyScopes)).key
  const active = await activePerson(house, somebody("jo-joint"))
  cookieVisitor = active.visitor
  requests.set("submitted", active.request)
  const visitor = visitorOf(house)
  for (const until of new Set(calls.map((call) => call.until))) {
    requests.set(String(until), (await visitor.walk(larry, until)).request)
  }
})
afterAll(() => house.close())

const requestOf = ({ path, until }: Call) => requests.get(path.endsWith("/email") ? "submitted" : String(until))!

const send = (call: Call, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Told<unknown>> => {
  const request = requestOf(call)
  const visitor = call.key === "cookie" ? cookieVisitor : visitorOf(house)
  return visitor.call(call.method, call.path.replace(":id", request.id), {
    body,
    headers,
    ...(call.key === "bearer" && { token: request.token }),
    ...(call.key === "api-key" && { token: apiKey })
  })
}

const told = ({ headers, text }: Told<unknown>) => [
  { where: "the body", text },
  { where: "the headers", text: [...headers].map((pair) => pair.join(": ")).join("\n") }
]
const logged = () => [{ where: "the log", text: house.lines.join("\n") }]
const clean = (answer: Told<unknown>) => expect(canarySweep(told(answer), [canary])).toEqual([])

const named = calls.map((call) => ({ name: `${call.method} ${call.path}`, call }))
/** Nested so many deep, itself counted. */
const nested = (depth: number): unknown => (depth === 1 ? canary.value : { a: nested(depth - 1) })

describe.each(named)("$name", ({ call }) => {
  const { good } = call
  const members = Object.keys(good)

  test("is answered where nothing is wrong with the call", async () => {
    if (call.path.endsWith("/submit") || call.path.endsWith("/email")) return
    const { status } = await send(call, good)
    expect([200, 201, 202, 204, 401, 403, 404, 409, 422, 429]).toContain(status)
  })

  test.each([
    ["cut off", `{"a":"${canary.value}`],
    ["empty", ""],
    ["with a comma too many", `{"a":"${canary.value}",}`],
    ["with a comment", `{/* ${canary.value} */}`],
    ["with quotes of another kind", `{'a':'${canary.value}'}`],
    ["two values", `{} {"a":"${canary.value}"}`],
    ["NaN", "NaN"]
  ])("says 400 to what is no JSON: %s", async (_, body) => {
    const answer = await send(call, body)
    expect([answer.status, answer.body]).toMatchObject([400, { code: "malformed" }])
    expect(answer.body).not.toHaveProperty("issues")
    clean(answer)
  })

  test.each([
    ["null", null],
    ["a text", canary.value],
    ["a number", 12345.678],
    ["a list", [canary.value]],
    ["true", true]
  ])("says 400 to what is no object: %s", async (_, body) => {
    const answer = await send(call, JSON.stringify(body))
    expect([answer.status, answer.body]).toMatchObject([400, { code: "malformed" }])
    clean(answer)
  })

  test("says 400 to a member that it does not know, and names it", async () => {
    for (const name of ["role", "status", "isAdmin", "ruleSet"]) {
      const answer = await send(call, { ...good, [name]: canary.value })
      expect([answer.status, answer.body]).toMatchObject([400, { code: "malformed", issues: [{ path: name }] }])
      clean(answer)
    }
  })

  test("does not repeat the name of a member that could be anything", async () => {
    const answer = await send(call, { ...good, [`${canary.value} ${canary.value}`]: 1 })
    expect([answer.status, answer.body]).toMatchObject([400, { issues: [{ path: "?" }] }])
    clean(answer)
  })

  test("says 400 to a member of another type, and names it", async () => {
    for (const name of members) {
      const wrong = [
        null,
        1,
        [canary.value],
        { a: canary.value },
        typeof good[name] === "boolean" ? canary.value : true
      ]
      for (const value of wrong) {
        const answer = await send(call, { ...good, [name]: value })
        const paths = (answer.body as { issues: ReadonlyArray<{ path: string }> }).issues.map(({ path }) => path)
        expect([answer.status, paths.every((path) => path.split(".")[0] === name)]).toEqual([400, true])
        clean(answer)
      }
    }
  })

  test("says 400 to a member that is missing, and names all of them", async () => {
    const answer = await send(call, {})
    if (answer.status !== 400) return expect([200, 201, 204, 409, 422]).toContain(answer.status)
    const { issues } = answer.body as { issues: ReadonlyArray<{ path: string }> }
    expect(issues.length).toBeGreaterThan(0)
    for (const { path } of issues) expect(members).toContain(path)
  })

  test.each(["__proto__", "constructor"])("says 400 to %s, and no object is poisoned", async (name) => {
    const member = `"${name}":{"prototype":{"x":"${canary.value}"},"x":"${canary.value}"}`
    const start = JSON.stringify(good).slice(1, -1)
    const answer = await send(call, `{${start === "" ? "" : `${start},`}${member}}`)
    expect(answer.status).toBe(400)
    expect(({} as { x?: unknown }).x).toBeUndefined()
    clean(answer)
  })

  test("says 400 to what is nested nine deep", async () => {
    const answer = await send(call, nested(10))
    expect([answer.status, answer.body]).toMatchObject([400, { code: "malformed" }])
    clean(answer)
  })

  test("says 400 to a text of more than 1,024 characters", async () => {
    for (const name of members.filter((name) => typeof good[name] === "string")) {
      const answer = await send(call, { ...good, [name]: canary.value.repeat(86) })
      expect([answer.status, answer.body]).toMatchObject([400, { issues: [{ path: name }] }])
      clean(answer)
    }
  })

  test("says 413 to a body of 17 KiB, told or in chunks", async () => {
    const long = JSON.stringify({ ...good, a: canary.value.repeat(1_451) })
    expect(Buffer.byteLength(long)).toBeGreaterThan(17_408)
    const whole = await send(call, long, { "content-length": String(Buffer.byteLength(long)) })
    expect([whole.status, whole.body]).toMatchObject([413, { code: "too_large" }])
    const chunked = await send(call, long)
    expect([chunked.status, chunked.body]).toMatchObject([413, { code: "too_large" }])
    clean(whole)
    clean(chunked)
  })

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json; charset=latin1",
    "application/jsonp",
    ""
  ])("takes no body of type %s", async (contentType) => {
    const answer = await send(call, { ...good, a: canary.value }, { "content-type": contentType })
    expect([answer.status, answer.body]).toMatchObject([415, { code: "unsupported_media_type" }])
    clean(answer)
  })

  test("takes a body that says its letters are UTF-8", async () => {
    const answer = await send(call, { ...good, a: 1 }, { "content-type": "application/json; charset=utf-8" })
    expect([answer.status, answer.body]).toMatchObject([400, { code: "malformed" }])
  })
})

describe("a field", () => {
  const answerTo = async (step: AnsweredStepId, change: object) => {
    const { text } = texts.find((answer) => answer.step === step)!
    const request = requests.get(step)!
    const answer = await request.answer(step, { ...text, ...change } as never)
    return { answer, issues: (answer.body as { issues?: ReadonlyArray<{ path: string; code: string }> }).issues ?? [] }
  }
  /** What was typed is no value of the answer, not even a short one. */
  const withoutValue = ({ body, text }: Told<unknown>, typed: string) => {
    const values = (part: unknown): ReadonlyArray<unknown> =>
      typeof part === "object" && part !== null ? Object.values(part).flatMap(values) : [part]
    expect(values(body)).not.toContain(typed)
    if (typed.trim().length > 5) expect(text).not.toContain(typed.trim())
  }

  test.each([
    "000-12-3456",
    "900-00-1234",
    "900-12-0000",
    "666-00-1234",
    "123-45-6789",
    "900-93-1234",
    "900-50-1234",
    "12345678",
    "9001267890",
    "９００１２６７８９",
    "900-12-678a",
    "***-**-6789",
    "9e8",
    "+900126789",
    "900126789.0"
  ])("takes no number that can be nobody's: %s", async (id) => {
    const { answer, issues } = await answerTo("taxpayer-id", { id, confirmId: id })
    expect([answer.status, issues[0]?.path]).toEqual([422, "id"])
    withoutValue(answer, id)
  })

  test("takes no two numbers that differ", async () => {
    const { answer, issues } = await answerTo("taxpayer-id", { confirmId: "900-12-6780" })
    expect([answer.status, issues[0]]).toMatchObject([422, { path: "confirmId", code: "ids-differ" }])
    withoutValue(answer, "900-12-6780")
  })

  test.each([
    "1e5",
    "-1",
    "0.001",
    "１００",
    "1,50",
    "0x64",
    "1 0",
    "100.",
    "$",
    ".",
    "Infinity",
    "1000000000000",
    "1'000"
  ])("takes no amount like %s", async (amount) => {
    const { answer, issues } = await answerTo("tax-amount", { amount })
    if (amount === "100.") return expect(answer.status).toBe(200)
    expect([answer.status, issues[0]?.path]).toEqual([422, "amount"])
    withoutValue(answer, amount)
  })

  test.each(["$100.00", "100", " 100.00 ", "100.0"])("takes an amount typed as %s for what it is", async (amount) => {
    const { answer } = await answerTo("tax-amount", { amount })
    expect(answer.status).toBe(200)
  })

  test.each([
    ["a line break", "LARRY MO\r\nBcc: evil@example.com"],
    ["a null", "LARRY\u0000MO"],
    ["an escape", "LARRY\u001b[31mMO"],
    ["a bidi override", "LARRY\u202eOM"],
    ["an isolate", "LARRY\u2066MO\u2069"],
    ["a byte order mark", "\ufeffLARRY MO"],
    ["a zero-width space", "LARRY\u200bMO"],
    ["half a character", "LARRY\ud800MO"],
    ["fillers", "LARRY\u3164MO"],
    ["a variation selector", "LARRY\ufe0fMO"],
    ["a web address", "LARRY MO http://evil.example"],
    ["an e-mail address", "LARRY <larry@evil.example>"],
    ["nothing", "   "],
    ["more than 100 characters", "L".repeat(101)]
  ])("takes no name with %s", async (_, name) => {
    const { answer, issues } = await answerTo("profile", { name })
    expect([answer.status, issues[0]?.path]).toEqual([name.includes("\0") ? 400 : 422, "name"])
    withoutValue(answer, name)
  })

  test.each([
    "a@example.com\r\nBcc: b@example.com",
    "a@example.com,b@example.com",
    '"a@example.com"@example.org',
    "Larry <a@example.com>",
    "a@example",
    "a@@example.com",
    "a@[127.0.0.1]",
    "a@exa mple.com",
    "ａ@example.com",
    `${"a".repeat(65)}@example.com`,
    "a@example.com\u0000"
  ])("takes no e-mail address like %j", async (email) => {
    const { answer, issues } = await answerTo("profile", { email, confirmEmail: email })
    expect([answer.status, issues[0]?.path]).toEqual([email.includes("\0") ? 400 : 422, "email"])
    withoutValue(answer, email)
  })

  test.each([
    ["phoneNumber", "617-887-6367"],
    ["phoneNumber", "12345"],
    ["phoneNumber", "(617) 555-0110;ext=1"],
    ["phoneCountry", "ZZ"],
    ["phoneCountry", "__proto__"],
    ["phoneType", "fax"],
    ["pin", "12345"],
    ["pin", "12a4"],
    ["pin", "１２３４"]
  ])("%s does not take %s", async (field, typed) => {
    const { answer, issues } = await answerTo("profile", { [field]: typed })
    expect([answer.status, issues.map(({ path }) => path)]).toEqual([422, expect.arrayContaining([field])])
    withoutValue(answer, typed)
  })

  test.each([
    ["taxpayer-type", "taxpayerType", "person"],
    ["taxpayer-type", "taxpayerType", "constructor"],
    ["taxpayer-id", "idType", "PASSPORT"],
    ["taxpayer-id", "idType", "FEIN"],
    ["taxpayer-id", "accountType", "toString"],
    ["taxpayer-id", "accountType", "corporate-excise"],
    ["verification-type", "verificationType", "lineItem"],
    ["verification-type", "verificationType", "phone"],
    ["tax-amount", "amountKind", "amountDue"],
    ["logon", "secretQuestion", "my own"],
    ["terms", "termsVersion", "1999-01-01"]
  ] as const)("%s: %s is none of the choices: %s", async (step, field, typed) => {
    const { answer, issues } = await answerTo(step, { [field]: typed })
    expect([answer.status, issues.map(({ path }) => path)]).toEqual([422, expect.arrayContaining([field])])
    withoutValue(answer, typed)
  })

  test.each([
    ["username", "a b"],
    ["username", "ab"],
    ["username", "x".repeat(61)],
    ["username", "good\u0000elmo"],
    ["username", "good\u202eelmo"],
    ["username", "good\u3164elmo"],
    ["username", "good\u2800elmo"],
    ["username", "gооd.elmo"],
    ["username", "larry900126789"],
    ["password", "Short1x"],
    ["password", "Sixteen4Letters!"],
    ["password", "nouppercase1"],
    ["password", "NOLOWERCASE1"],
    ["password", "NoNumberAtAll"],
    ["password", "HalfAn1\ud83d"],
    ["password", "Abcdefg1\r\n"],
    ["username", "https://evil.example"],
    ["secretAnswer", "half\ud83d"],
    ["confirmPassword", "GoodElmo2021"],
    ["secretAnswer", "  "],
    ["secretAnswer", "x".repeat(101)]
  ])("%s does not take %j", async (field, typed) => {
    const change = field === "password" ? { password: typed, confirmPassword: typed } : { [field]: typed }
    const { answer, issues } = await answerTo("logon", change)
    expect([answer.status, issues[0]?.path]).toEqual([typed.includes("\0") ? 400 : 422, field])
    withoutValue(answer, typed)
  })

  test("that must be agreed to is not passed by", async () => {
    const { issues } = await answerTo("terms", { accepted: false })
    expect(issues[0]?.path).toBe("accepted")
  })

  test("tells everything that is to be mended at once, a field once", async () => {
    const { issues } = await answerTo("profile", { name: "", pin: "1", email: "x", confirmEmail: "y", phoneNumber: "" })
    expect(issues.map(({ path }) => path).toSorted()).toEqual(["confirmEmail", "email", "name", "phoneNumber", "pin"])
  })
})

describe("a text that no database takes", () => {
  test.each([
    ["POST", "/v1/sessions", { username: "a\u0000b", password: "GoodElmo2020" }, "username"],
    ["POST", "/v1/sessions", { username: "a", password: "\u0000" }, "password"],
    ["POST", "/v1/activations/resend", { username: "a\u0000b", password: "GoodElmo2020" }, "username"],
    ["POST", "/v1/logon-requests", { partnerId: "a\u0000b" }, "partnerId"],
    ["POST", "/v1/logon-requests", { reference: "a\u0000b" }, "reference"]
  ])("is no mistake of ours: %s %s %j", async (method, path, body, field) => {
    const { body: said, status } = await visitorOf(house).call(method, path, { body })
    expect([status, said]).toMatchObject([400, { issues: [{ path: field }] }])
  })

  test("is no mistake of ours: half a character", async () => {
    const body = { username: "\ud800", password: "GoodElmo2020" }
    expect((await visitorOf(house).call("POST", "/v1/sessions", { body })).status).toBe(401)
  })
})

describe("who may call", () => {
  const ours = () => house.settings.firstPartyOrigins[0]!
  const cookieCalls = calls.filter(({ path }) => path.startsWith("/v1/sessions") || path.startsWith("/v1/me"))
  const origins = (own: string): ReadonlyArray<string | undefined> => [
    undefined,
    "null",
    "https://evil.example",
    own.replace("://", "://evil."),
    `${own}.evil.example`,
    own.replace("http://", "https://"),
    own.replace(/:\d+$/, ""),
    `${own}/`,
    own.toUpperCase()
  ]

  test("is a page of ours alone, where a cookie counts: T16, every origin, site and type but the right ones", async () => {
    const before = await house.audit()
    for (const call of cookieCalls) {
      for (const site of ["same-origin", "cross-site", undefined]) {
        for (const contentType of ["application/json", "text/plain"]) {
          for (const origin of [...origins(ours()), ours()]) {
            const isGood = origin === ours() && site !== "cross-site" && contentType === "application/json"
            if (isGood) continue
            const headers = new Headers({ "content-type": contentType })
            if (origin !== undefined) headers.set("origin", origin)
            if (site !== undefined) headers.set("sec-fetch-site", site)
            headers.set("cookie", [...cookieVisitor.cookies].map((pair) => pair.join("=")).join("; "))
            const response = await house.app.request(call.path, {
              method: call.method,
              headers,
              body: JSON.stringify(call.good)
            })
            const status = origin === ours() && site !== "cross-site" ? 415 : 403
            expect([origin, site, contentType, response.status]).toEqual([origin, site, contentType, status])
            expect(response.headers.getSetCookie()).toEqual([])
            expect(response.headers.has("access-control-allow-origin")).toBe(false)
          }
        }
      }
    }
    expect(await house.audit()).toEqual(before)
  })

  test("is no page of another's, where a bearer token counts either; a program without an origin may", async () => {
    const { id, token } = requests.get("undefined")!
    const read = (origin: string | undefined) =>
      house.app.request(`/v1/logon-requests/${id}/not-me`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          ...(origin !== undefined && { origin })
        },
        body: "{}"
      })
    for (const origin of origins(ours()).slice(1)) expect((await read(origin)).status).toBe(403)
    expect((await read(undefined)).status).toBe(409)
    expect((await read(ours())).status).toBe(409)
  })

  test("to a path that is no call is not found, for a program too; from a page of another site it is refused", async () => {
    const call = async (path: string, method: string, headers: Readonly<Record<string, string>> = {}) =>
      (await house.app.request(path, { method, headers, body: "{}" })).status
    const { id } = requests.get("undefined")!
    for (const [method, path] of [
      ["POST", "/v1/decision"],
      ["POST", "/v1/decisions//replay"],
      ["DELETE", "/v1/decisions"],
      ["PUT", `/v1/logon-requests/${id}/answers/tax-amounts`]
    ] as const) {
      expect([path, await call(path, method)]).toEqual([path, 404])
      expect([path, await call(path, method, { origin: ours() })]).toEqual([path, 404])
      expect([path, await call(path, method, { origin: "https://evil.example" })]).toEqual([path, 403])
    }
  })

  test("cannot log somebody out from elsewhere", async () => {
    const response = await house.app.request("/v1/sessions/current", {
      method: "DELETE",
      headers: {
        origin: "https://evil.example",
        cookie: [...cookieVisitor.cookies].map((pair) => pair.join("=")).join("; ")
      }
    })
    expect(response.status).toBe(403)
    expect((await cookieVisitor.call("GET", "/v1/me")).status).toBe(200)
  })
})

describe("the host that a call names", () => {
  test("is in no page, no header and no link", async () => {
    const headers = { host: "evil.example", "x-forwarded-host": "evil.example", forwarded: "host=evil.example" }
    for (const path of ["/", "/log-in", "/activate", "/create-logon", "/v1/me", "/nowhere"]) {
      const response = await house.app.request(`https://evil.example${path}`, { headers })
      const said = [await response.text(), ...[...response.headers].map((pair) => pair.join(": "))]
      expect(said.join("\n")).not.toContain("evil.example")
    }
  })

  test("leads no link of a mail astray", async () => {
    const visitor = visitorOf(house)
    const person = somebody("ivan-itin")
    const { request } = await visitor.walk(person)
    await visitor.call("POST", `https://evil.example/v1/logon-requests/${request.id}/submit`, {
      token: request.token,
      body: {},
      headers: { host: "evil.example", "x-forwarded-host": "evil.example" }
    })
    await house.drain()
    const mail = newestMailTo(house, person.wish.email)
    expect(mail).toContain(`${house.settings.publicBaseUrl}/activate#`)
    expect(mail).not.toContain("evil.example")
  })
})

test("nothing that was typed is in a line of the log, and no call failed by a mistake of ours", () => {
  expect(canarySweep(logged(), [canary, { name: "the number", value: "900126789" }])).toEqual([])
  const statuses = house.lines.map((line) => (JSON.parse(line) as { status?: number }).status ?? 0)
  expect(statuses.filter((status) => status >= 500)).toEqual([])
})
