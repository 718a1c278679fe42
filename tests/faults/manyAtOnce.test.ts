import pg from "pg"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { activePerson, approvedPerson, newestMailTo } from "../journeys/approvedPerson.ts"
import { securityCodeIn } from "../journeys/codesIn.ts"
import { openHouse } from "../journeys/openHouse.ts"
import type { House } from "../journeys/openHouse.ts"
import { somebody } from "../journeys/somebody.ts"
import { visitorOf } from "../journeys/visitorOf.ts"
import type { Told, Visitor } from "../journeys/visitorOf.ts"

const thirty = Array.from({ length: 30 }, (_, at) => at)

let house: House
let administrator: pg.Client
beforeAll(async () => {
  house = await openHouse({
    ids: "random",
    reach: (connectionString) => {
      administrator = new pg.Client({ connectionString })
      return connectionString
    }
  })
  await administrator.connect()
})
afterAll(async () => {
  await administrator.end()
  await house.close()
})

const confirmPath = "/v1/sessions/current/security-codes/confirm"

/** The code that is sent to somebody who has typed the password; the clock moves past the pause between two codes. */
const codeFor = async (
  of: House,
  { call }: Visitor,
  { methodId, target }: Awaited<ReturnType<typeof activePerson>>
) => {
  of.clock.advance("31 seconds")
  expect((await call("POST", "/v1/sessions/current/security-codes", { body: { methodId } })).status).toBe(202)
  await of.drain()
  return securityCodeIn(newestMailTo(of, target))
}

/** Whoever is told to come again is told when, in seconds; and most are not. */
const answeredOrTold = (told: ReadonlyArray<Told<unknown>>, status: number) => {
  const later = told.filter((each) => each.status !== status)
  for (const each of later) {
    expect([each.status, each.body]).toMatchObject([503, { code: "unavailable" }])
    expect(each.headers.get("retry-after")).toMatch(/^[1-9]\d*$/)
  }
  return later.length
}

describe("thirty at once", () => {
  test("who submit for one taxpayer wait for each other, and all are answered", async () => {
    const person = somebody("larry-mo")
    const requests = []
    for (const at of thirty) {
      const wish = { ...person.wish, username: `larry.number.${at}`, email: `larry.${at}@example.com` }
      const { request, told } = await visitorOf(house).walk({ ...person, wish })
      expect(told.status).toBe(200)
      requests.push(request)
    }
    const others = Promise.all(thirty.map(() => visitorOf(house).call("POST", "/v1/logon-requests", { body: {} })))
    const told = await Promise.all(requests.map(({ submit }) => submit()))
    expect(answeredOrTold(told, 201)).toBe(0)
    // Nobody else waits for that taxpayer.
    expect(answeredOrTold(await others, 201)).toBe(0)
  })

  test("log-ins of one logon are answered, or told in how many seconds to come again", async () => {
    const one = await activePerson(house, somebody("amy-amended"))
    const logIns = await Promise.all(
      thirty.map(() => visitorOf(house).call("POST", "/v1/sessions", { body: one.credentials }))
    )
    expect(answeredOrTold(logIns, 201)).toBeLessThan(30)
    const other = await approvedPerson(house, somebody("rita-refund"))
    expect((await other.logIn({ activationCode: other.activationCode })).status).toBe(201)
  })

  test("who type one right code open one session: the code is used once, and whoever was told to come again loses nothing", async () => {
    const one = await activePerson(house, somebody("jo-joint"))
    const visitors = []
    for (const _ of thirty) {
      const visitor = visitorOf(house)
      expect((await visitor.call("POST", "/v1/sessions", { body: one.credentials })).status).toBe(201)
      visitors.push(visitor)
    }
    const code = await codeFor(house, visitors[0]!, one)
    const confirm = ({ call }: Visitor) => call("POST", confirmPath, { body: { code, trustDevice: false } })
    const told = await Promise.all(visitors.map(confirm))
    const busy = told.filter(({ status }) => status === 503)
    answeredOrTold([...busy], 200)
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(told.filter((each) => !busy.includes(each)).map(({ status }) => status))).toEqual(
      new Set([200, 422])
    )
    const opened = visitors[told.findIndex(({ status }) => status === 200)]!
    expect((await opened.call("GET", "/v1/me/profile")).status).toBe(200)
    // A code that was used opens nothing, also for those who come again.
    expect((await confirm(visitors.find((each) => each !== opened)!)).status).toBe(422)
  })
})

describe("a call that finds its rows locked", () => {
  /** Locks the logons until somebody has waited for them so long. */
  const whileLocked = async (interval: string, ask: () => Promise<Told<unknown>>) => {
    await administrator.query("begin")
    try {
      await administrator.query("lock table logon in access exclusive mode")
      const asked = ask()
      const hasWaited = async () => {
        const { rows } = await administrator.query(
          `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()
            and clock_timestamp() - query_start > $1::interval`,
          [interval]
        )
        expect(rows.length).toBeGreaterThan(0)
      }
      await vi.waitFor(hasWaited, { timeout: 6_000, interval: 50 })
      return { asked }
    } finally {
      await administrator.query("rollback")
    }
  }

  test("waits for three seconds, and is answered as soon as they are free", async () => {
    const ask = () =>
      visitorOf(house).call("POST", "/v1/sessions", { body: { username: "nobody", password: "Wrong-1" } })
    const { asked } = await whileLocked("3 seconds", ask)
    expect((await asked).status).toBe(401)
  })
})

describe("a call that finds its rows locked for longer than it may wait", () => {
  let hasty: House
  let locker: pg.Client
  beforeAll(async () => {
    hasty = await openHouse({
      ids: "random",
      waitMs: 1_200,
      reach: (connectionString) => {
        locker = new pg.Client({ connectionString })
        return connectionString
      }
    })
    await locker.connect()
  })
  afterAll(async () => {
    await locker.end()
    await hasty.close()
  })

  /** Asks while nobody gets at the logons, until it is answered. */
  const whileHeld = async (ask: () => Promise<Told<unknown>>) => {
    await locker.query("begin")
    await locker.query("lock table logon in access exclusive mode")
    const told = await ask().finally(() => locker.query("rollback"))
    expect(answeredOrTold([told], 0)).toBe(1)
  }

  test("is told when to come again, and then the code of a log-in still opens it", async () => {
    const one = await activePerson(hasty, somebody("amy-amended"))
    const visitor = visitorOf(hasty)
    await visitor.call("POST", "/v1/sessions", { body: one.credentials })
    const code = await codeFor(hasty, visitor, one)
    const confirm = () => visitor.call("POST", confirmPath, { body: { code, trustDevice: false } })
    await whileHeld(confirm)
    expect((await confirm()).status).toBe(200)
  })

  test("is told when to come again, and then the request is submitted once, with all that was typed", async () => {
    const person = somebody("larry-mo")
    const { request } = await visitorOf(hasty).walk(person)
    await whileHeld(request.submit)
    const receipt = await request.submit()
    expect([receipt.status, receipt.body]).toMatchObject([201, { confirmationNumber: expect.any(String) }])
    const { confirmationNumber } = receipt.body
    expect((await request.submit()).body).toMatchObject({ confirmationNumber })
    await hasty.drain()
    expect(hasty.mails.filter(({ to }) => to.address === person.wish.email)).toHaveLength(2)
  })
})
