import { existingPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { virtualPasskey } from "../harness/virtualPasskey.ts"
import { newestMailTo } from "./approvedPerson.ts"
import { linkCodeIn, securityCodeIn } from "./codesIn.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"

const morning = "2025-11-20T13:55:15-05:00"

/** Gina Rossi's logon, on numbers of its own. */
const ginas = Array.from({ length: 14 }, (_, last): Person => {
  const username = `passkey.${last}`
  const gina = somebody("gina-has-logon", { id: `9001182${String(last).padStart(2, "0")}` })
  return { ...gina, logons: gina.logons.map((logon) => ({ ...logon, username, email: `${username}@example.com` })) }
})
let used = 0

let house: House
beforeAll(async () => {
  const settings = { RULESET: "nist-800-63b-4", LIMIT_RECOVERY_PER_LOGON_PER_HOUR: "1000" }
  house = await openHouse({ alsoOnFile: ginas, from: morning, ids: "random", settings })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(morning))

type Asked = { readonly options?: Parameters<ReturnType<typeof virtualPasskey>["get"]>[0] }

const newPassword = "Harbor Sails at Noon 4"
const call = <A = unknown>(path: string, body: unknown) => visitorOf(house).call<A>("POST", path, { body })
const question = (token: string) => call<Asked>("/v1/recovery/password/question", { token })
const reset = (token: string, proof: object) => call("/v1/recovery/password/reset", { token, newPassword, ...proof })
const says = ({ body, status }: { readonly status: number; readonly body: unknown }) => [
  status,
  (body as { readonly code?: string } | undefined)?.code
]
const refused = [422, "answer_refused"]

/** Somebody with a logon that has no secret question; logged in, with a passkey unless said. */
const ginaWith = async (has: "a passkey" | "a passkey begun" | "no passkey" = "a passkey") => {
  const { email, username } = ginas[used++]!.logons[0]!
  const visitor = visitorOf(house)
  const credentials = { username, password: existingPassword }
  const logIn = async (who = visitor) => {
    const { body } = await who.call<{ methods: ReadonlyArray<{ id: string }> }>("POST", "/v1/sessions", {
      body: credentials
    })
    const [way] = body.methods
    await who.call("POST", "/v1/sessions/current/security-codes", { body: { methodId: way!.id } })
    await house.drain()
    const code = securityCodeIn(newestMailTo(house, email))
    return who.call("POST", "/v1/sessions/current/security-codes/confirm", { body: { code, trustDevice: false } })
  }
  expect((await logIn()).status).toBe(200)
  const passkey = virtualPasskey(house.settings.firstPartyOrigins[0]!)
  const ways = "/v1/me/two-step-methods"
  const addPasskey = async () => {
    const added = await visitor.call<{ id: string; options: Parameters<typeof passkey.create>[0] }>("POST", ways, {
      body: { kind: "passkey" }
    })
    const { id, options } = added.body
    return {
      id,
      confirm: () => visitor.call("POST", `${ways}/${id}/confirm`, { body: { credential: passkey.create(options) } })
    }
  }
  const methodId =
    has === "no passkey"
      ? ""
      : await addPasskey().then(async (added) => {
          if (has === "a passkey") expect((await added.confirm()).status).toBe(200)
          return added.id
        })
  const link = async () => {
    house.clock.advance("1 second")
    await call("/v1/recovery/password", { username })
    await house.drain()
    return linkCodeIn(newestMailTo(house, email), "reset")
  }
  return { credentials, link, methodId, passkey, username, visitor }
}

test("a passkey that signs the newest challenge of the link is the second proof, and opens no session", async () => {
  const { credentials, link, passkey, visitor } = await ginaWith()
  const token = await link()
  const { body } = await question(token)
  expect(body).toMatchObject({ proof: "code", options: { rpId: "localhost", timeout: 300_000 } })
  const told = await reset(token, { credential: passkey.get(body.options!) })
  expect([told.status, told.headers.get("set-cookie")]).toEqual([204, null])
  expect((await visitor.call("GET", "/v1/me")).status).toBe(401)
  expect((await call("/v1/sessions", { ...credentials, password: newPassword })).status).toBe(201)
})

test("of whoever has no passkey that works nothing is asked of the browser", async () => {
  for (const has of ["no passkey", "a passkey begun"] as const) {
    const { link } = await ginaWith(has)
    expect((await question(await link())).body).not.toHaveProperty("options")
  }
})

test("each question has a new challenge, and the one before is dead", async () => {
  const { link, passkey } = await ginaWith()
  const token = await link()
  const older = (await question(token)).body.options!
  const newest = (await question(token)).body.options!
  expect(older.challenge).not.toBe(newest.challenge)
  expect(says(await reset(token, { credential: passkey.get(older) }))).toEqual(refused)
  expect((await reset(token, { credential: passkey.get(newest) })).status).toBe(204)
})

test("a challenge is used once, by a password that breaks no public rule, and no copy of the passkey counts", async () => {
  const { link, passkey } = await ginaWith()
  const first = await link()
  await reset(first, { credential: passkey.get((await question(first)).body.options!) })
  const token = await link()
  const credential = passkey.get((await question(token)).body.options!)
  for (const [password, code] of [
    ["short", "password-length"],
    [newPassword, "password-reused"]
  ])
    expect(await reset(token, { credential, newPassword: password })).toMatchObject({ body: { issues: [{ code }] } })
  expect(says(await reset(token, { credential }))).toEqual(refused)
  const copy = passkey.get((await question(token)).body.options!, { counter: 1 })
  expect(says(await reset(token, { credential: copy }))).toEqual(refused)
})

test("D-47 three wrong signatures end the link, as wrong answers do", async () => {
  const { link, passkey } = await ginaWith()
  const token = await link()
  const options = (await question(token)).body.options!
  for (const wrong of [{ origin: "https://evil.example" }, { rpId: "evil.example" }, { challenge: "AAAA" }])
    expect(says(await reset(token, { credential: passkey.get(options, wrong) }))).toEqual(refused)
  expect(says(await reset(token, { credential: passkey.get(options) }))).toEqual([422, "link_refused"])
})

test("a challenge of a log-in, of another link or of another logon is none", async () => {
  const owner = await ginaWith()
  const other = await ginaWith()
  const challenge = await owner.visitor.call<Required<Asked>>("POST", "/v1/sessions/current/security-codes", {
    body: { methodId: owner.methodId }
  })
  const token = await owner.link()
  expect(says(await reset(token, { credential: owner.passkey.get(challenge.body.options) }))).toEqual(refused)
  const before = (await question(token)).body.options!
  const newer = await owner.link()
  expect(says(await reset(newer, { credential: owner.passkey.get(before) }))).toEqual(refused)
  const others = (await question(await other.link())).body.options!
  expect(says(await reset(newer, { credential: other.passkey.get(others) }))).toEqual(refused)
})

test("a challenge of a link confirms no log-in", async () => {
  const { credentials, link, methodId, passkey } = await ginaWith()
  const options = (await question(await link())).body.options!
  const thief = visitorOf(house)
  await thief.call("POST", "/v1/sessions", { body: credentials })
  const told = await thief.call("POST", "/v1/sessions/current/security-codes/confirm", {
    body: { credential: passkey.get(options), methodId, trustDevice: false }
  })
  expect(says(told)).toEqual([422, "code_refused"])
})

test("a challenge is too late at the instant at which its five minutes are over", async () => {
  const { link, passkey } = await ginaWith()
  const token = await link()
  const options = (await question(token)).body.options!
  house.clock.advance("5 minutes")
  expect(says(await reset(token, { credential: passkey.get(options) }))).toEqual(refused)
  expect((await reset(token, { credential: passkey.get((await question(token)).body.options!) })).status).toBe(204)
})

test("three answers at once with one signature change the password once, twenty never twice", async () => {
  for (const [times, changes] of [
    [3, [1]],
    [20, [0, 1]]
  ] as const) {
    const { link, passkey } = await ginaWith()
    const token = await link()
    const credential = passkey.get((await question(token)).body.options!)
    const told = await Promise.all(Array.from({ length: times }, () => reset(token, { credential })))
    expect(changes).toContain(told.filter(({ status }) => status === 204).length)
  }
})
