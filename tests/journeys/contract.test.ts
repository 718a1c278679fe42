import { maskEmailAddress } from "@mtc-logon/core/contact"
import { LogonRequestError } from "@mtc-logon/core/logon-request"
import type { OpenedLogonRequestView } from "@mtc-logon/core/logon-request"
import { en } from "@mtc-logon/core/wording"
import { DateTime } from "effect"
import { hc } from "hono/client"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { App } from "../../packages/server/src/app.ts"
import { problemOf } from "../../packages/server/src/http/problems.ts"
import document from "../../packages/server/openapi.json" with { type: "json" }
import { activePerson } from "./approvedPerson.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"

const larry = somebody("larry-mo")

let house: House
beforeAll(async () => {
  house = await openHouse({ database: "embedded" })
})
afterAll(() => house.close())

describe("the document", () => {
  interface Operation {
    readonly requestBody?: object
    readonly security?: ReadonlyArray<Readonly<Record<string, unknown>>>
  }
  const operations = Object.entries(document.paths as unknown as Record<string, Record<string, Operation>>).flatMap(
    ([path, each]) =>
      Object.entries(each).map(([method, operation]) => ({ call: `${method} ${path}`, method, operation }))
  )

  test("has the body of every call that comes with a session and changes something: without JSON it is refused", () => {
    const bare = operations.filter(
      ({ method, operation: { requestBody, security = [] } }) =>
        ["post", "put", "patch"].includes(method) &&
        security.some((needs) => "session" in needs) &&
        requestBody === undefined
    )
    expect(bare.map(({ call }) => call)).toEqual([])
  })

  test.each(["/v1/sessions/current/keep", "/v1/me/recovery-codes"])(
    "says that %s takes nothing, and that is so",
    async (path) => {
      const { visitor } = await person
      const refused = await visitor.call("POST", path, { body: { more: true } })
      expect([refused.status, refused.body]).toMatchObject([400, { code: "malformed", issues: [{ path: "more" }] }])
      expect((await visitor.call("POST", path, { body: {} })).status).toBeLessThan(300)
    }
  )
  let person: ReturnType<typeof activePerson>
  beforeAll(() => {
    person = activePerson(house, somebody("rita-refund"))
  })
})

test("each step of the journey has its id and its title in words, whatever call tells it", async () => {
  const { request, told } = await visitorOf(house).walk(larry, "profile")
  const { body } = await request.post<{ code: string }>("/resume-code")
  const resumed = await visitorOf(house).call("POST", "/v1/logon-requests/resume", { body })
  for (const view of [request.opened, told.body, resumed.body] as ReadonlyArray<typeof request.opened>) {
    expect(view.journey.length).toBeGreaterThan(5)
    for (const { step, title } of view.journey) expect(title).toBe(en[`step.${step}.title`])
  }
})

describe("a draft", () => {
  const jo = somebody("jo-joint")
  const { email } = jo.wish
  const masked = { email: maskEmailAddress(email), phoneNumber: "(***) ***-0107" }

  test("is read with e-mail and phone masked; from the summary on the summary has them, to be checked", async () => {
    const { request, told } = await visitorOf(house).walk(jo, "logon")
    expect(told.body.answers.profile).toMatchObject(masked)
    expect(told.body).not.toHaveProperty("summary")
    expect(told.text).not.toContain(email)
    const { body, text } = await request.read()
    expect(body.answers.profile).toMatchObject(masked)
    expect(text).not.toContain(email)
    expect(text).not.toContain(jo.wish.phoneNumber.replaceAll(/\D/g, ""))
    const whole = await visitorOf(house).walk(jo)
    expect(whole.told.body.answers.profile).toMatchObject(masked)
    expect(whole.told.body.summary).toEqual({
      name: jo.name,
      username: jo.wish.username,
      phoneNumber: `+1${jo.wish.phoneNumber.replaceAll(/\D/g, "")}`,
      email
    })
  })

  test("keeps e-mail and phone that are left out, while the country is the same; what is typed anew is compared", async () => {
    const { request } = await visitorOf(house).walk(jo)
    const change = (more: object) =>
      request.answer("profile", { name: "JO JOINT", phoneCountry: "US", phoneType: "home", ...more })
    const kept = await change({})
    expect([kept.status, kept.body.answers.profile]).toEqual([
      200,
      { name: "JO JOINT", phoneCountry: "US", phoneType: "home", ...masked }
    ])
    expect((await request.read()).body.summary).toMatchObject({ name: "JO JOINT", email })
    const otherCountry = await change({ phoneCountry: "CA" })
    expect(otherCountry.body).toMatchObject({ code: "issues", issues: [{ path: "phoneNumber" }] })
    const once = await change({ email: "other@example.com" })
    expect(once.body).toMatchObject({ code: "issues", issues: [{ path: "confirmEmail" }] })
    const mask = await change({ email: masked.email, confirmEmail: masked.email })
    expect(mask.body).toMatchObject({ code: "issues" })
    expect((await change({ email: "other@example.com", confirmEmail: "other@example.com" })).status).toBe(200)
    expect((await request.read()).body.summary).toMatchObject({ email: "other@example.com" })
  })

  test("that has no profile yet needs all of it", async () => {
    const { request } = await visitorOf(house).walk(jo, "profile")
    const told = await request.answer("profile", { name: "JO", phoneCountry: "US", phoneType: "home" })
    const { issues } = told.body as unknown as { issues: ReadonlyArray<{ path: string }> }
    expect(issues.map(({ path }) => path).toSorted()).toEqual(["confirmEmail", "email", "phoneNumber", "pin"])
  })
})

test("a lock without an end says nothing of waiting; one that ends says until when", () => {
  const lockedUntil = (retryAt?: DateTime.Utc) =>
    problemOf(new LogonRequestError({ reason: { _tag: "Locked", ...(retryAt !== undefined && { retryAt }) } }))
  const until = DateTime.makeUnsafe("2020-11-21T18:55:15Z")
  expect(lockedUntil()).toMatchObject({
    status: 423,
    remedies: ["remedy.use-letter-id", "remedy.request-letter", "remedy.call"]
  })
  expect(lockedUntil()).not.toHaveProperty("retryAt")
  const { remedies, retryAt } = lockedUntil(until)
  expect([remedies?.[0], retryAt]).toEqual(["remedy.wait", until])
})

test("`hc<App>` of hono/client knows every path and method, and sends what it is given", async () => {
  const client = hc<App>("http://localhost", { fetch: house.app.request })
  const json = { headers: { "content-type": "application/json" }, init: { body: "{}" } }
  const opened = await client.v1["logon-requests"].$post({}, json)
  expect(opened.status).toBe(201)
  const { id, token } = (await (opened as Response).json()) as OpenedLogonRequestView
  const bearer = { headers: { authorization: `Bearer ${token}` } }
  const left = await client.v1["logon-requests"][":id"].$delete({ param: { id } }, bearer)
  expect(left.status).toBe(204)
})
