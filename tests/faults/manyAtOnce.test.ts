import pg from "pg"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { activePerson, approvedPerson } from "../journeys/approvedPerson.ts"
import { openHouse } from "../journeys/openHouse.ts"
import type { House } from "../journeys/openHouse.ts"
import { somebody } from "../journeys/somebody.ts"
import { visitorOf } from "../journeys/visitorOf.ts"
import type { Told } from "../journeys/visitorOf.ts"

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

  test("log-ins and codes of one logon are answered, or told in how many seconds to come again", async () => {
    const one = await activePerson(house, somebody("amy-amended"))
    const logIns = await Promise.all(
      thirty.map(() => visitorOf(house).call("POST", "/v1/sessions", { body: one.credentials }))
    )
    expect(answeredOrTold(logIns, 201)).toBeLessThan(30)
    const other = await approvedPerson(house, somebody("rita-refund"))
    expect((await other.logIn({ activationCode: other.activationCode })).status).toBe(201)
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
