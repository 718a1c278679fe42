import { sql } from "drizzle-orm"
import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { Database } from "../../packages/server/src/database/Database.ts"
import { approvedPerson } from "../journeys/approvedPerson.ts"
import { openHouse } from "../journeys/openHouse.ts"
import type { House } from "../journeys/openHouse.ts"
import { somebody } from "../journeys/somebody.ts"
import { visitorOf } from "../journeys/visitorOf.ts"
import type { Told, Visitor } from "../journeys/visitorOf.ts"
import { tcpProxy } from "./tcpProxy.ts"
import type { TcpProxy } from "./tcpProxy.ts"

const wrong = { amountKind: "taxReturnAmount", amount: "55.55" } as const
const right = { amountKind: "taxReturnAmount", amount: "100.00" } as const

let house: House
let proxy: TcpProxy
let visitor: Visitor
beforeAll(async () => {
  house = await openHouse({
    reach: async (databaseUrl) => {
      const url = new URL(databaseUrl)
      proxy = await tcpProxy({ host: url.hostname, port: Number(url.port) })
      url.port = String(proxy.port)
      return url.href
    }
  })
  visitor = visitorOf(house)
})
afterAll(async () => {
  proxy.mend()
  await house.close()
  await proxy.close()
})

const unavailable = (told: Told<unknown>) => {
  expect([told.status, told.body]).toMatchObject([503, { code: "unavailable" }])
  expect(told.headers.get("retry-after")).toMatch(/^[1-9]\d*$/)
}
/** Waits until the house has found its database again. */
const ready = () =>
  vi.waitFor(async () => {
    // The house looks once a second.
    house.clock.advance("1 second")
    expect((await house.app.request("/readyz")).status).toBe(200)
  }, 10_000)
const statement = (text: string) =>
  house.runtime.runPromise(
    Effect.flatMap(Database, ({ run }) => run((db) => db.execute(sql.raw(text)) as PromiseLike<unknown>))
  )

describe("while the database is away", () => {
  test("every call is told to come again, the draft survives, and no attempt is lost or gained", async () => {
    const { request } = await visitor.walk(somebody("larry-mo"), "tax-amount")
    expect((await request.answer("tax-amount", wrong)).status).toBe(422)

    proxy.cut()
    expect((await house.app.request("/healthz")).status).toBe(200)
    expect((await house.app.request("/readyz")).status).toBe(503)
    for (const amount of ["1.01", "2.02", "3.03", "4.04", "5.05"])
      unavailable(await request.answer("tax-amount", { ...wrong, amount }))
    unavailable(await request.read())
    unavailable(await request.submit())
    unavailable(await request.cancel())
    unavailable(await visitor.call("POST", "/v1/logon-requests", { body: {} }))
    unavailable(await visitor.call("POST", "/v1/sessions", { body: { username: "a", password: "b" } }))

    proxy.mend()
    await ready()
    expect((await request.read()).body).toMatchObject({ status: "draft", step: "tax-amount" })
    // The one failure before still counts: four more, and the fifth of them is locked.
    const statuses = []
    for (const amount of ["1.01", "2.02", "3.03", "4.04", "5.05"])
      statuses.push((await request.answer("tax-amount", { ...wrong, amount })).status)
    expect(statuses).toEqual([422, 422, 422, 422, 423])
  })

  test("a session survives", async () => {
    const person = await approvedPerson(house, somebody("jo-joint"))
    await person.logIn({ activationCode: person.activationCode })
    proxy.cut()
    unavailable(
      await person.visitor.call("POST", "/v1/me/two-step-methods", { body: { kind: "email", target: "a@example.com" } })
    )
    proxy.mend()
    await ready()
    const added = await person.visitor.call("POST", "/v1/me/two-step-methods", {
      body: { kind: "email", target: "a@example.com" }
    })
    expect(added.status).toBe(201)
  })

  test("what is asked for again after it does not happen twice", async () => {
    const person = somebody("amy-amended")
    const { request } = await visitor.walk(person)
    const submitting = request.submit()
    proxy.cut()
    const first = await submitting
    proxy.mend()
    await ready()
    const second = await request.submit()
    expect([first.status, second.status].filter((status) => status !== 503)).toContain(201)
    await house.drain()
    expect(house.mails.filter(({ to }) => to.address === person.wish.email)).toHaveLength(2)
  })

  test("nothing of it is told but that it is away", () => {
    expect(house.lines.filter((line) => /127\.0\.0\.1|postgres:|password/i.test(line))).toEqual([])
  })
})

describe("while the records are away", () => {
  /** In the table's place comes what says, when it is asked, that it cannot be reached. */
  const takeAway = async (table: string) => {
    await statement(`alter table ${table} rename to ${table}_away`)
    await statement(`create function ${table}_rows() returns setof ${table}_away language plpgsql as
      $$ begin raise exception sqlstate '57P03'; end $$`)
    await statement(`create view ${table} as select * from ${table}_rows()`)
  }
  const bringBack = async (table: string) => {
    await statement(`drop view ${table}`)
    await statement(`drop function ${table}_rows`)
    await statement(`alter table ${table}_away rename to ${table}`)
  }

  test("the answer is 503 for every number alike, nothing is decided, and the attempt is given back", async () => {
    const people = [somebody("ivan-itin"), somebody("larry-mo", { id: "900115555" })]
    const requests = []
    for (const person of people) requests.push((await visitor.walk(person, "tax-amount")).request)
    await takeAway("filed_return")
    const told = []
    for (const request of requests) {
      for (const amount of ["1.01", "2.02", "3.03", "4.04", "5.05", "6.06"]) {
        const answer = await request.answer("tax-amount", { ...wrong, amount })
        unavailable(answer)
        told.push({ ...(answer.body as object), requestId: "" })
      }
    }
    await bringBack("filed_return")
    expect(new Set(told.map((body) => JSON.stringify(body))).size).toBe(1)
    const proved = await requests[0]!.answer("tax-amount", { ...right, amount: "230.15" })
    expect(proved.body).toMatchObject({ step: "profile" })
  })

  test("a log-in that could not be looked at is no wrong password", async () => {
    const { activationCode, logIn } = await approvedPerson(house, somebody("lena-letter"))
    await takeAway("activation_code")
    for (const _ of [1, 2, 3, 4, 5, 6]) unavailable(await logIn({ activationCode }))
    await bringBack("activation_code")
    expect((await logIn({ activationCode })).status).toBe(201)
  })

  test("a request that waits for processing waits on, and is approved when they are back", async () => {
    const person = somebody("rod-adjusted")
    const { request } = await visitor.walk(person)
    await takeAway("taxpayer")
    await request.submit()
    await house.drain()
    expect((await request.read()).body).toMatchObject({ status: "submitted" })
    await bringBack("taxpayer")
    await house.hasten("1 hour")
    await house.drain()
    expect((await request.read()).body).toMatchObject({ status: "approved" })
  })
})
