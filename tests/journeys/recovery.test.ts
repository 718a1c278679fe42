import { existingPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { activePerson, approvedPerson, newestMailTo, setUpCodes } from "./approvedPerson.ts"
import { activationCodeIn, linkCodeIn, notMeCodeIn, securityCodeIn } from "./codesIn.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { statementsDuring } from "./statementsDuring.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Told } from "./visitorOf.ts"

/** LARRY MO's return, on numbers of their own. */
const larrys = Array.from({ length: 40 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `9001158${String(last).padStart(2, "0")}`,
    wish: { username: `recovery.${last}`, email: `recovery${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)
let used = 0

let house: House
beforeAll(async () => {
  house = await openHouse({
    alsoOnFile: larrys,
    ids: "random",
    settings: { LIMIT_RECOVERY_PER_LOGON_PER_HOUR: "1000" }
  })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(goldenInstant))

const active = async () => {
  const person = larrys[used++]!
  return { ...(await activePerson(house, person)), person }
}
const call = <A = unknown>(path: string, body: unknown) => visitorOf(house).call<A>("POST", path, { body })
const forgotPassword = (username: string) => call("/v1/recovery/password", { username })
const forgotUsername = (email: string) => call("/v1/recovery/username", { email })
const question = (token: string) => call("/v1/recovery/password/question", { token })
const newPassword = "Harbor4Sails"
const reset = (token: string, more: object = {}) =>
  call("/v1/recovery/password/reset", { token, answer: "Boston", newPassword, ...more })
const says = ({ body, status }: { readonly status: number; readonly body: unknown }) => [
  status,
  (body as { readonly code?: string } | undefined)?.code
]
const link = async ({ username, email }: Person["wish"]) => {
  await forgotPassword(username)
  await house.drain()
  return linkCodeIn(newestMailTo(house, email), "reset")
}
const events = async () => (await house.audit()).map(({ type }) => type)
/** All that somebody outside sees of an answer, the id of the call aside. */
const seen = ({ headers, status, text }: Told<unknown>) =>
  JSON.stringify([status, text, [...headers].filter(([name]) => name !== "x-request-id")])

describe("a forgotten username", () => {
  test("is mailed to its address, each one where there are several", async () => {
    const { person } = await active()
    expect((await forgotUsername(` ${person.wish.email.toUpperCase()} `)).status).toBe(202)
    await house.drain()
    expect(newestMailTo(house, person.wish.email)).toContain(`your username is ${person.wish.username}.`)
  })

  test("of a logon that was never activated is mailed to nobody", async () => {
    const person = larrys[used++]!
    await approvedPerson(house, person)
    const before = house.mails.length
    await forgotUsername(person.wish.email)
    await house.drain()
    expect(house.mails.length).toBe(before)
  })
})

describe("a forgotten password", () => {
  test("is replaced by the mailed link and the secret answer; every session ends, none begins, two steps are still asked", async () => {
    const it = await active()
    const before = (await events()).length
    const token = await link(it.person.wish)
    expect((await question(token)).body).toEqual({
      proof: "secret-question",
      question: "city-met-spouse",
      username: it.person.wish.username
    })
    const told = await reset(token, { answer: "  BOSTON " })
    expect([told.status, told.headers.get("set-cookie")]).toEqual([204, null])
    expect((await it.visitor.call("GET", "/v1/me")).status).toBe(401)
    expect(says(await call("/v1/sessions", it.credentials))).toEqual([401, "log_in_failed"])
    expect(await call("/v1/sessions", { ...it.credentials, password: newPassword })).toMatchObject({
      status: 201,
      body: { status: "security_code_required" }
    })
    expect((await events()).slice(before)).toEqual([
      "PasswordLinkIssued",
      "PasswordReset",
      "ProfileChanged",
      "OthersLoggedOut",
      "LogInMissed",
      "PasswordConfirmed"
    ])
    await house.drain()
    const mail = newestMailTo(house, it.person.wish.email)
    expect(mail).toContain("someone changed your password")
    await call("/v1/not-me", { code: notMeCodeIn(mail) })
    expect(says(await call("/v1/sessions", { ...it.credentials, password: newPassword }))).toEqual([
      401,
      "log_in_failed"
    ])
  })

  test("wants its link once, the newest, and before the instant at which its 30 minutes are over", async () => {
    const it = await active()
    const first = await link(it.person.wish)
    const second = await link(it.person.wish)
    expect(says(await question(first))).toEqual([422, "link_refused"])
    house.clock.set("2020-11-20T14:25:15-05:00")
    expect([says(await question(second)), says(await reset(second))]).toEqual([
      [422, "link_refused"],
      [422, "link_refused"]
    ])
    house.clock.set("2020-11-20T14:25:14.999-05:00")
    expect((await reset(second)).status).toBe(204)
    expect(says(await reset(second))).toEqual([422, "link_refused"])
  })

  test("every link that is not good has one answer, and none tells of what it is", async () => {
    const it = await active()
    const old = await link(it.person.wish)
    const open = await link(it.person.wish)
    await reset(open)
    const tokens = [old, open, "A".repeat(64), "nothing"]
    expect(new Set((await Promise.all(tokens.map(question))).map(seen)).size).toBe(1)
    expect(new Set((await Promise.all(tokens.map((token) => reset(token)))).map(seen)).size).toBe(1)
  })

  test("three wrong answers end a link, five in 24 hours close recovery until the fifth-last is a day old", async () => {
    const it = await active()
    const wrong = (token: string) => reset(token, { answer: "Worcester" })
    const first = await link(it.person.wish)
    for (let n = 1; n <= 3; n++) expect(says(await wrong(first))).toEqual([422, "answer_refused"])
    expect([says(await reset(first)), says(await question(first))]).toEqual([
      [422, "link_refused"],
      [422, "link_refused"]
    ])
    house.clock.advance("1 hour")
    const second = await link(it.person.wish)
    for (let n = 1; n <= 2; n++) expect(says(await wrong(second))).toEqual([422, "answer_refused"])
    const locked = await reset(second)
    expect(locked).toMatchObject({
      status: 423,
      body: { code: "recovery_locked", retryAt: "2020-11-21T18:55:15.000Z" }
    })
    const mails = house.mails.length
    await forgotPassword(it.person.wish.username)
    await house.drain()
    expect(house.mails.length).toBe(mails)
    house.clock.set("2020-11-21T13:55:14.999-05:00")
    await forgotPassword(it.person.wish.username)
    await house.drain()
    expect(house.mails.length).toBe(mails)
    house.clock.set("2020-11-21T13:55:15-05:00")
    expect((await reset(await link(it.person.wish))).status).toBe(204)
    expect((await call("/v1/sessions", { ...it.credentials, password: newPassword })).status).toBe(201)
  })

  test("a new password that breaks a rule costs no answer; one of the last five is told after the right answer only", async () => {
    const it = await active()
    const token = await link(it.person.wish)
    for (let n = 1; n <= 5; n++)
      expect(await reset(token, { answer: "Worcester", newPassword: "short" })).toMatchObject({
        status: 422,
        body: { code: "issues", issues: [{ path: "newPassword", code: "password-length" }, {}, {}] }
      })
    expect(says(await reset(token, { answer: "Worcester", newPassword: it.credentials.password }))).toEqual([
      422,
      "answer_refused"
    ])
    expect(await reset(token, { newPassword: it.credentials.password })).toMatchObject({
      status: 422,
      body: { issues: [{ path: "newPassword", code: "password-reused" }] }
    })
    expect((await reset(token)).status).toBe(204)
  })

  test("is closed until the logon was activated, and once it is frozen", async () => {
    const person = larrys[used++]!
    const { activationCode, logIn, visitor } = await approvedPerson(house, person)
    const mails = house.mails.length
    await forgotPassword(person.wish.username)
    await house.drain()
    expect(house.mails.length).toBe(mails)
    expect(activationCode).toBe(activationCodeIn(newestMailTo(house, person.wish.email)))
    await logIn({ activationCode })
    await setUpCodes(house, visitor, person.wish.email)
    expect((await reset(await link(person.wish))).status).toBe(204)
  })

  test("asking for links locks nobody, and an hour has three", async () => {
    const it = await active()
    const mails = house.mails.length
    for (let n = 1; n <= 8; n++) expect((await forgotPassword(it.person.wish.username)).status).toBe(202)
    await house.drain()
    expect(house.mails.length).toBe(mails + 3)
    const sent = (await events()).filter((type) => type === "PasswordLinkIssued")
    expect((await reset(linkCodeIn(newestMailTo(house, it.person.wish.email), "reset"))).status).toBe(204)
    expect((await call("/v1/sessions", { ...it.credentials, password: newPassword })).status).toBe(201)
    house.clock.advance("1 hour")
    await link(it.person.wish)
    expect((await events()).filter((type) => type === "PasswordLinkIssued").length).toBe(sent.length + 1)
  })

  test("a changed address kills the link that was mailed to the one before", async () => {
    const it = await active()
    const token = await link(it.person.wish)
    await it.visitor.call("PATCH", "/v1/me/profile", {
      body: { email: "moved@example.org", confirmEmail: "moved@example.org" }
    })
    await house.drain()
    const code = linkCodeIn(newestMailTo(house, "moved@example.org"), "profile")
    await it.visitor.call("POST", "/v1/me/email-change/confirm", { body: { code } })
    expect(says(await question(token))).toEqual([422, "link_refused"])
  })
})

describe("nothing tells who has a logon", () => {
  /** What the database is told to do, in words that name no row. */
  const work = async (ask: () => Promise<Told<unknown>>) => {
    const { answer, statements } = await statementsDuring(ask)
    return { seen: seen(answer), statements }
  }

  test("both forgot calls have the same status, body, headers and work, known or not", async () => {
    const { person } = await active()
    const username = [
      await work(() => forgotUsername(person.wish.email)),
      await work(() => forgotUsername("nobody@example.net"))
    ]
    const password = [
      await work(() => forgotPassword(person.wish.username)),
      await work(() => forgotPassword("nobody.at.all"))
    ]
    expect(username[0]).toEqual(username[1])
    expect(password[0]).toEqual(password[1])
    expect(password[0]!.seen).toContain("202")
    await house.drain()
  })

  test("nothing of what was typed stays once its job is done, and nothing is told to who has none", async () => {
    const mails = house.mails.length
    await forgotUsername("nobody@example.net")
    await forgotPassword("nobody.at.all")
    await house.drain()
    expect(house.mails.length).toBe(mails)
    expect(house.lines.join("\n")).not.toMatch(/nobody/u)
  })

  test("a log-in and an address that cannot be one tell nothing more", async () => {
    const { person } = await active()
    const one = await call("/v1/sessions", { username: person.wish.username, password: "Wrong4Word" })
    const other = await call("/v1/sessions", { username: "nobody.at.all", password: "Wrong4Word" })
    const plain = (told: Told<unknown>) => seen(told).replace(/"requestId\\":\\"[\w-]+/u, "")
    expect(plain(one)).toBe(plain(other))
    for (const email of ["", "x", "a@b.c,evil@d.e", '"evil@x.y"@good.gov', "X\r\nBcc: a@b.c"]) {
      const told = await forgotUsername(email)
      expect(told.status).toBe(422)
      if (email.length > 1) expect(told.text).not.toContain(email)
    }
  })
})

describe("the strict rule set", () => {
  let strict: House
  beforeAll(async () => {
    const from = "2025-11-20T13:55:15-05:00"
    strict = await openHouse({ settings: { RULESET: "nist-800-63b-4" }, ids: "random", from })
  })
  afterAll(() => strict.close())

  test("asks no secret question: whoever has nothing else is told so", async () => {
    const { email, username } = somebody("gina-has-logon").logons[0]!
    const visitor = visitorOf(strict)
    await visitor.call("POST", "/v1/recovery/password", { body: { username } })
    await strict.drain()
    const mail = newestMailTo(strict, email)
    expect(mail).toContain("for 10 minutes")
    const token = linkCodeIn(mail, "reset")
    const told = await visitor.call("POST", "/v1/recovery/password/question", { body: { token } })
    expect(told).toMatchObject({ status: 200, body: { proof: "none" } })
    const body = { token, answer: "Boston", newPassword: "Harbor Sails at Noon 4" }
    expect(says(await visitor.call("POST", "/v1/recovery/password/reset", { body }))).toEqual([422, "answer_refused"])
  })
})

test("a code that was mailed is no second proof", async () => {
  const it = await active()
  const token = await link(it.person.wish)
  house.clock.advance("31 seconds")
  const visitor = visitorOf(house)
  await visitor.call("POST", "/v1/sessions", { body: it.credentials })
  await visitor.call("POST", "/v1/sessions/current/security-codes", { body: { methodId: it.methodId } })
  await house.drain()
  const code = securityCodeIn(newestMailTo(house, it.target))
  expect(says(await call("/v1/recovery/password/reset", { token, code, newPassword }))).toEqual([422, "answer_refused"])
})

describe("a logon without a secret question", () => {
  test("is recovered with a recovery code, once", async () => {
    const { email, username } = somebody("gina-has-logon").logons[0]!
    const gina = visitorOf(house)
    const first = await gina.call<{ methods: ReadonlyArray<{ id: string }> }>("POST", "/v1/sessions", {
      body: { username, password: existingPassword }
    })
    const methodId = first.body.methods[0]!.id
    await gina.call("POST", "/v1/sessions/current/security-codes", { body: { methodId } })
    await house.drain()
    const code = securityCodeIn(newestMailTo(house, email))
    await gina.call("POST", "/v1/sessions/current/security-codes/confirm", { body: { code, trustDevice: false } })
    const made = await gina.call<{ codes: ReadonlyArray<string> }>("POST", "/v1/me/recovery-codes", { body: {} })
    expect(made.status).toBe(201)

    const token = await link({ username, email, phoneNumber: "" })
    expect((await question(token)).body).toEqual({ proof: "code", username })
    const by = (typed: string) => call("/v1/recovery/password/reset", { token, code: typed, newPassword })
    expect(says(await by("0000-0000-0000-0000"))).toEqual([422, "answer_refused"])
    expect((await by(made.body.codes[0]!.toLowerCase())).status).toBe(204)
    const again = await link({ username, email, phoneNumber: "" })
    const used = await call("/v1/recovery/password/reset", {
      token: again,
      code: made.body.codes[0]!,
      newPassword: "Harbor5Sails"
    })
    expect(says(used)).toEqual([422, "answer_refused"])
  })
})
