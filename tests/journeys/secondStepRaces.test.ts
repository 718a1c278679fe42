import { logIn } from "@mtc-logon/core/login"
import type { AddedTwoStepMethodView } from "@mtc-logon/core/two-step"
import type { Person } from "@mtc-logon/core/testing"
import { Effect, Redacted } from "effect"
import { afterAll, beforeAll, expect, test } from "vitest"
import { virtualPasskey } from "../harness/virtualPasskey.ts"
import { appCodeAt } from "./appCodeAt.ts"
import { activePerson, newestMailTo } from "./approvedPerson.ts"
import { securityCodeIn } from "./codesIn.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Visitor } from "./visitorOf.ts"

const larrys = Array.from({ length: 5 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `90011680${last}`,
    wish: { username: `larry.${last}`, email: `larry${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)

let house: House
beforeAll(async () => {
  house = await openHouse({ alsoOnFile: larrys, ids: "random", settings: { HASH_QUEUE: "200" } })
})
afterAll(() => house.close())

const fifty = Array.from({ length: 50 }, (_, at) => at)
const confirmPath = "/v1/sessions/current/security-codes/confirm"

/** How often each status was answered. */
const tally = (statuses: ReadonlyArray<number>): Readonly<Record<number, number>> => {
  const counted: Record<number, number> = {}
  for (const status of statuses) counted[status] = (counted[status] ?? 0) + 1
  return counted
}

/** Fifty browsers of one person, each after the password: one after the other, since five at once are the limit. */
const browsersOf = async (person: { readonly credentials: object }): Promise<ReadonlyArray<Visitor>> => {
  const browsers: Visitor[] = []
  for (const _ of fifty) {
    const browser = visitorOf(house)
    expect((await browser.call("POST", "/v1/sessions", { body: person.credentials })).status).toBe(201)
    browsers.push(browser)
  }
  return browsers
}

/** All but one are refused, or find the logon locked by the refusals; none fails by a mistake of ours. */
const expectOneWinner = (statuses: ReadonlyArray<number>) => {
  const { 200: won, 401: out = 0, 422: refused = 0, 423: locked = 0, ...others } = tally(statuses)
  expect([won, out + refused + locked, others]).toEqual([1, 49, {}])
}

test("fifty confirms of one code that was sent let one in", async () => {
  const { methodId, target, visitor, logIn } = await activePerson(house, larrys[0]!)
  house.clock.advance("1 hour")
  await logIn()
  await visitor.call("POST", "/v1/sessions/current/security-codes", { body: { methodId } })
  await house.drain()
  const code = securityCodeIn(newestMailTo(house, target))
  const cookie = [...visitor.cookies].map((pair) => pair.join("=")).join("; ")
  const answers = await Promise.all(
    fifty.map(() =>
      visitorOf(house).call("POST", confirmPath, { body: { code, trustDevice: true }, headers: { cookie } })
    )
  )
  expectOneWinner(answers.map(({ status }) => status))
})

test("one step of an app lets in one of fifty browsers", async () => {
  const person = await activePerson(house, larrys[1]!)
  const { call } = person.visitor
  const { body } = await call<AddedTwoStepMethodView>("POST", "/v1/me/two-step-methods", { body: { kind: "totp" } })
  const codeNow = () => appCodeAt(body.secret!, house.clock.now())
  await call("POST", `/v1/me/two-step-methods/${body.id}/confirm`, { body: { code: codeNow() } })
  house.clock.advance("30 seconds")
  const browsers = await browsersOf(person)
  const answers = await Promise.all(
    browsers.map((browser) =>
      browser.call("POST", confirmPath, { body: { code: codeNow(), methodId: body.id, trustDevice: false } })
    )
  )
  expectOneWinner(answers.map(({ status }) => status))
})

test("one recovery code lets in one of fifty browsers", async () => {
  const person = await activePerson(house, larrys[2]!)
  const made = await person.visitor.call<{ codes: ReadonlyArray<string> }>("POST", "/v1/me/recovery-codes", {
    body: {}
  })
  const browsers = await browsersOf(person)
  const recoveryCode = made.body.codes[0]!
  const answers = await Promise.all(
    browsers.map((browser) => browser.call("POST", confirmPath, { body: { recoveryCode, trustDevice: false } }))
  )
  expectOneWinner(answers.map(({ status }) => status))
})

test("one answer of a passkey lets in one", async () => {
  const { visitor, logIn } = await activePerson(house, larrys[3]!)
  const passkey = virtualPasskey(house.settings.firstPartyOrigins[0]!)
  const { body } = await visitor.call<AddedTwoStepMethodView>("POST", "/v1/me/two-step-methods", {
    body: { kind: "passkey" }
  })
  const made = passkey.create(body.options as unknown as Parameters<typeof passkey.create>[0])
  await visitor.call("POST", `/v1/me/two-step-methods/${body.id}/confirm`, { body: { credential: made } })
  await logIn()
  const asked = await visitor.call<{ options: Parameters<typeof passkey.get>[0] }>(
    "POST",
    "/v1/sessions/current/security-codes",
    { body: { methodId: body.id } }
  )
  const credential = passkey.get(asked.body.options)
  const cookie = [...visitor.cookies].map((pair) => pair.join("=")).join("; ")
  const answers = await Promise.all(
    fifty.map(() =>
      visitorOf(house).call("POST", confirmPath, { body: { credential, trustDevice: false }, headers: { cookie } })
    )
  )
  expectOneWinner(answers.map(({ status }) => status))
})

test("one token of a trusted device is replaced once, and after its grace ends the device once", async () => {
  const { credentials, methodId, target, visitor, logIn: open } = await activePerson(house, larrys[4]!)
  house.clock.advance("1 hour")
  await open()
  await visitor.call("POST", "/v1/sessions/current/security-codes", { body: { methodId } })
  await house.drain()
  const code = securityCodeIn(newestMailTo(house, target))
  const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0"
  await visitor.call("POST", confirmPath, { body: { code, trustDevice: true }, headers: { "user-agent": firefox } })
  const token = visitor.cookies.get("__Host-mtc-device")!

  // Fifty at once over HTTP are five at the password: the rest is asked of the use case itself.
  const shown = { activationCode: null, trustedDevices: [Redacted.make(token)] }
  const atOnce = () =>
    house.runtime.runPromise(
      Effect.forEach(fifty, () => logIn(credentials.username, Redacted.make(credentials.password), shown), {
        concurrency: "unbounded"
      })
    )
  const first = await atOnce()
  expect(new Set(first.map(({ answer }) => answer.status))).toEqual(new Set(["logged_in"]))
  expect(first.filter(({ tokens }) => tokens.trustedDevice !== null)).toHaveLength(1)

  house.clock.advance("1 minute")
  const second = await atOnce()
  expect(new Set(second.map(({ answer }) => answer.status))).toEqual(new Set(["security_code_required"]))
  const reused = (await house.audit()).filter(({ type }) => type === "DeviceTokenReused")
  expect(reused).toHaveLength(1)
  await house.drain()
  expect(reused[0]!.detail).toEqual({ browser: "firefox", system: "windows" })
  expect(newestMailTo(house, larrys[4]!.wish.email)).toContain("Firefox")
})
