import type { AnsweredStepId } from "@mtc-logon/core/journey"
import { answersOf, typedPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { activePerson, approvedPerson } from "./approvedPerson.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { statementsDuring } from "./statementsDuring.ts"
import { visitorOf } from "./visitorOf.ts"

let house: House

describe("an address that asks for everything it can think of", () => {
  beforeAll(async () => {
    house = await openHouse({ settings: { LIMIT_REQUESTS_PER_IP_PER_MINUTE: "5" } })
  })
  afterAll(() => house.close())

  test("is told to come again by the frame's page as by every call", async () => {
    const framed = () => house.app.request("/embed/v1/create-logon?p=mtcpk_test_nobody")
    for (let at = 1; at <= 5; at++) expect((await framed()).status).toBe(403)
    const refused = await framed()
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"])
    expect((await house.app.request("/v1/me/session")).status).toBe(429)
  })

  test("asks the database once a second whether it is there, however often it asks", async () => {
    const ask = () =>
      statementsDuring(() => Promise.all(Array.from({ length: 50 }, async () => house.app.request("/readyz"))))
    for (const _ of ["first", "second"]) {
      house.clock.advance("1 second")
      const { answer, statements } = await ask()
      expect(new Set(answer.map(({ status }) => status))).toEqual(new Set([200]))
      expect(statements).toEqual(["select 1"])
    }
    house.clock.advance("999 millis")
    expect((await ask()).statements).toEqual([])
  })
})

describe("a stranger who knows the id of a request uses up nothing of its owner's", () => {
  beforeAll(async () => {
    house = await openHouse({
      ids: "random",
      settings: {
        LIMIT_VERIFY_PER_DRAFT: "3",
        LIMIT_VERIFY_PER_IP_PER_HOUR: "8",
        LIMIT_USERNAMES_PER_DRAFT: "3",
        LIMIT_EMAILS_PER_REQUEST: "3"
      }
    })
  })
  afterAll(() => house.close())

  const larry = somebody("larry-mo")
  const jo = somebody("jo-joint")
  const textOf = (step: AnsweredStepId, person = larry) => answersOf(person).find((each) => each.step === step)!.text
  const address = { password: typedPassword, email: "a@example.com", confirmEmail: "a@example.com" }

  test.each([
    { what: "proofs", until: "tax-amount", method: "PUT", rest: "/answers/tax-amount", body: textOf("tax-amount") },
    { what: "usernames", until: "logon", method: "PUT", rest: "/answers/logon", body: textOf("logon") },
    { what: "corrected addresses", until: undefined, method: "POST", rest: "/email", body: address }
  ] as const)("none of their $what", async ({ body, method, rest, until }) => {
    const visitor = visitorOf(house)
    const { request } = await visitor.walk(until === undefined ? jo : larry, until)
    if (until === undefined) await request.submit()
    const { token } = await visitorOf(house).open()
    const ask = (as: string) => visitor.call(method, `/v1/logon-requests/${request.id}${rest}`, { body, token: as })
    for (let at = 1; at <= 4; at++) expect((await ask(token)).status).toBe(404)
    expect((await ask("A".repeat(43))).status).toBe(404)
    for (let at = 1; at <= 3; at++) expect([200, 204]).toContain((await ask(request.token)).status)
    expect((await ask(request.token)).status).toBe(429)
    expect((await ask(token)).status).toBe(404)
  })

  test("D-65 what one limit refuses uses up no other: a request at its end leaves its address the rest of its tries", async () => {
    const visitor = visitorOf(house, "203.0.113.99")
    const proveIn = async (times: number) => {
      const { request } = await visitor.walk(larry, "tax-amount")
      const statuses: number[] = []
      for (let at = 0; at < times; at++)
        statuses.push((await request.answer("tax-amount", textOf("tax-amount") as never)).status)
      return statuses
    }
    expect(await proveIn(9)).toEqual([200, 200, 200, 429, 429, 429, 429, 429, 429])
    expect(await proveIn(1)).toEqual([200])
  })
})

describe("D-61 a network whose addresses have guessed as many amounts as it may in a day", () => {
  beforeAll(async () => {
    house = await openHouse({ ids: "random", settings: { LIMIT_VERIFY_PER_NETWORK_PER_DAY: "3" } })
  })
  afterAll(() => house.close())

  const larry = somebody("larry-mo")
  const evidence = (amount: string) => ({ verificationType: "amount", amountKind: "taxReturnAmount", amount }) as const
  const from = async (address: string, person: Person) =>
    (await visitorOf(house, address).walk(person, "profile")).told.status

  test("has no amount more, whose address it is; a letter it has, and amounts are open from elsewhere", async () => {
    for (let at = 1; at <= 3; at++)
      expect(await from(`198.51.100.${at}`, { ...larry, evidence: evidence(`8,10${at}.00`) })).toBe(422)
    expect(await from("198.51.100.4", larry)).toBe(429)
    expect(await from("198.51.100.5", somebody("jo-joint"))).toBe(429)
    expect(await from("198.51.100.4", somebody("lena-letter"))).toBe(200)
    expect(await from("198.51.101.4", larry)).toBe(200)
  })
})

describe("five wrong passwords for a username from one network", () => {
  beforeAll(async () => {
    house = await openHouse({ ids: "random" })
  })
  afterAll(() => house.close())

  const six = [1, 2, 3, 4, 5, 6]

  test("are none of those that were right, and failed because the link was not used yet", async () => {
    const { activationCode, logIn } = await approvedPerson(house, somebody("larry-mo"))
    for (const _ of six) expect((await logIn()).body).toMatchObject({ code: "activation_required" })
    expect((await logIn({ activationCode })).status).toBe(201)
    for (const _ of six) expect((await logIn()).body).toMatchObject({ code: "activation_required" })
  })

  test("are counted before they are looked at: of twenty at once five are, and then it is closed", async () => {
    const { logIn } = await approvedPerson(house, somebody("jo-joint"))
    const told = await Promise.all(Array.from({ length: 20 }, () => logIn({ password: "GoodElmo2021" })))
    const codes = told.map(({ body }) => (body as unknown as { code: string }).code)
    expect(codes.filter((code) => code === "log_in_failed")).toHaveLength(5)
    expect(codes.filter((code) => code === "log_in_locked")).toHaveLength(15)
    expect((await logIn()).body).toMatchObject({ code: "log_in_locked" })
  })

  test("are no log-ins that are still looked at: of ten right ones at once none is told of a lock", async () => {
    const { activationCode, logIn } = await approvedPerson(house, somebody("lena-letter"))
    for (let at = 1; at <= 4; at++) expect((await logIn({ password: "GoodElmo2021" })).status).toBe(401)
    const told = await Promise.all(Array.from({ length: 10 }, () => logIn({ activationCode })))
    const statuses = told.map(({ headers, status }) => [status, headers.get("retry-after")])
    for (const status of statuses)
      expect([
        [201, null],
        [503, "1"]
      ]).toContainEqual(status)
    expect(statuses).toContainEqual([201, null])
    expect((await logIn({ activationCode })).status).toBe(201)
  })

  test("are five again after a right one, however many of each come at once", async () => {
    const { activationCode, logIn } = await approvedPerson(house, somebody("ivan-itin"))
    const one = (at: number) => (at === 3 ? logIn({ activationCode }) : logIn({ password: "GoodElmo2021" }))
    const told = await Promise.all(Array.from({ length: 20 }, (_, at) => one(at)))
    const failed = told.filter(({ body }) => (body as unknown as { code: string }).code === "log_in_failed")
    expect(failed.length).toBeLessThanOrEqual(9)
    expect(failed.length).toBeGreaterThanOrEqual(5)
  })

  test("are still counted between others that failed for another reason", async () => {
    const { logIn } = await approvedPerson(house, somebody("amy-amended"))
    const codes = []
    for (const _ of six) {
      codes.push(((await logIn({ password: "GoodElmo2021" })).body as unknown as { code: string }).code)
      codes.push(((await logIn()).body as unknown as { code: string }).code)
    }
    expect(codes.filter((code) => code === "log_in_failed")).toHaveLength(5)
    expect(codes.slice(-2)).toEqual(["log_in_locked", "log_in_locked"])
  })

  test("are twenty in a day and no more, however they are spread", async () => {
    const { activationCode, logIn } = await approvedPerson(house, somebody("rita-refund"))
    const first = house.clock.now()
    for (let window = 0; window < 4; window++) {
      for (let at = 0; at < 5; at++) expect((await logIn({ password: "GoodElmo2021" })).status).toBe(401)
      house.clock.advance("15 minutes")
    }
    const retryAt = new Date(first + 86_400_000).toISOString()
    expect((await logIn({ activationCode })).body).toMatchObject({ code: "log_in_locked", retryAt })
    house.clock.set(retryAt)
    expect((await logIn({ activationCode })).body).toMatchObject({ code: "activation_required" })
  })
})

describe("recovery codes that are made again and again", () => {
  beforeAll(async () => {
    house = await openHouse({ ids: "random", settings: { LIMIT_CODES_PER_IP_PER_FIVE_MINUTES: "4" } })
  })
  afterAll(() => house.close())

  test("are mails that others' codes wait behind: one address makes as many as it may send codes", async () => {
    const { visitor } = await activePerson(house, somebody("larry-mo"))
    const statuses: number[] = []
    for (let n = 0; n < 6; n++)
      statuses.push((await visitor.call("POST", "/v1/me/recovery-codes", { body: {} })).status)
    // One of the four was the code of the set-up.
    expect(statuses).toEqual([201, 201, 201, 429, 429, 429])
    await house.drain()
    const subject = en["mail.recovery-codes-made.subject"]
    expect(house.mails.filter(({ rendered }) => rendered.subject === subject)).toHaveLength(3)
    house.clock.advance("5 minutes")
    expect((await visitor.call("POST", "/v1/me/recovery-codes", { body: {} })).status).toBe(201)
  })
})
