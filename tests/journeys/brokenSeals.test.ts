import { sql } from "drizzle-orm"
import type { SQL } from "drizzle-orm"
import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Audit } from "../../packages/server/src/audit/Audit.ts"
import { Database } from "../../packages/server/src/database/Database.ts"
import { purge } from "../../packages/server/src/store/purge.ts"
import { applicationOf } from "./applicationOf.ts"
import { activePerson, newestMailTo } from "./approvedPerson.ts"
import { securityCodeIn } from "./codesIn.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Told } from "./visitorOf.ts"

let house: House
beforeAll(async () => {
  house = await openHouse({ ids: "random" })
})
afterAll(() => house.close())

const rowsOf = async <A>(statement: SQL): Promise<ReadonlyArray<A>> => {
  const told = await house.runtime.runPromise(
    Effect.flatMap(Database, ({ run }) => run((db) => db.execute(statement) as PromiseLike<unknown>))
  )
  return (told as { readonly rows: ReadonlyArray<A> }).rows
}

/**
 * What somebody with a hand in the database does: each row of a table gets the sealed column of the next; and what
 * undoes it.
 */
const moveRound = async (table: string, column: string, which: string) => {
  const [of, at] = [sql.identifier(table), sql.identifier(column)]
  const rows = await rowsOf<{ id: string; was: Buffer }>(
    sql`select id, ${at} as was from ${of} where ${at} is not null and ${sql.raw(which)} order by id`
  )
  expect(rows.length).toBeGreaterThan(1)
  const put = (next: number) =>
    Promise.all(
      rows.map(({ id }, place) =>
        rowsOf(sql`update ${of} set ${at} = ${rows[(place + next) % rows.length]!.was} where id = ${id}`)
      )
    )
  await put(1)
  return { ids: rows.map(({ id }) => id), back: () => put(0) }
}

/** What the trail has of seals from here on. */
const incidentsFrom = async () => {
  const { length } = await house.audit()
  return () =>
    rowsOf<object>(sql`select subject_id, actor, detail from audit where type = 'SealBroken' and seq > ${length}`)
}

/** Does something while a sealed column stands in other rows; the trail has which of them it was, and nothing of it. */
const whileMoved = async (place: string, something: () => Promise<void>, which = "true") => {
  const [table, column] = place.split(".") as [string, string]
  const incidents = await incidentsFrom()
  const { back, ids } = await moveRound(table, column, which)
  try {
    await something()
  } finally {
    await back()
  }
  const kept = await incidents()
  expect(kept.length).toBeGreaterThan(0)
  for (const each of kept) {
    expect(each).toEqual({ subject_id: expect.any(String), actor: "system", detail: { table, column } })
    expect(ids).toContain((each as { subject_id: string }).subject_id)
  }
}

const unavailable = (told: Told<unknown>) => {
  expect([told.status, told.body]).toMatchObject([503, { code: "unavailable" }])
  expect(told.headers.get("retry-after")).toMatch(/^[1-9]\d*$/)
}
const refuses = (ask: () => Promise<Told<unknown>>) => async () => unavailable(await ask())

describe("a sealed column that was moved to another row is a 503, and an incident in the trail", () => {
  test("of a draft, of the return that it is held against, of a receipt", async () => {
    const { request } = await visitorOf(house).walk(somebody("larry-mo"), "tax-amount")
    await visitorOf(house).walk(somebody("ivan-itin"))
    const prove = () => request.answer("tax-amount", { amountKind: "taxReturnAmount", amount: "100.00" })
    await whileMoved("logon_request_draft.answers", refuses(request.read))
    await whileMoved("filed_return.filed", refuses(prove))
    expect((await prove()).status).toBe(200)

    const { request: one } = await visitorOf(house).walk(somebody("rod-adjusted"))
    const { request: other } = await visitorOf(house).walk(somebody("lena-letter"))
    await whileMoved("logon_request_draft.proof", refuses(one.submit))
    const receipt = await one.submit()
    expect([receipt.status, (await other.submit()).status]).toEqual([201, 201])
    await whileMoved("logon_request.receipt", refuses(one.submit))
    expect((await one.submit()).status).toBe(201)
  })

  test("of a logon: where its codes go, its profile, its old passwords, its messages", async () => {
    const one = await activePerson(house, somebody("amy-amended"))
    await activePerson(house, somebody("rita-refund"))
    await whileMoved("two_step_method.target", refuses(one.logIn))
    house.clock.advance("1 minute")
    await one.logIn()
    await one.visitor.call("POST", "/v1/sessions/current/security-codes", { body: { methodId: one.methodId } })
    await house.drain()
    const code = securityCodeIn(newestMailTo(house, one.target))
    const loggedIn = await one.visitor.call("POST", "/v1/sessions/current/security-codes/confirm", {
      body: { code, trustDevice: false }
    })
    expect(loggedIn.status).toBe(200)
    const profile = () => one.visitor.call("GET", "/v1/me/profile")
    await whileMoved("logon.profile", refuses(profile))
    await whileMoved("logon.password_hashes", refuses(profile))
    expect((await profile()).status).toBe(200)
  })

  test("of a job: it comes again, and is done when the column is back", async () => {
    const people = [somebody("jo-joint"), somebody("uma-use-tax")]
    for (const person of people) {
      const { request } = await visitorOf(house).walk(person)
      expect((await request.submit()).status).toBe(201)
    }
    await whileMoved("logon.profile", async () => void (await house.drain()))
    expect(house.mails.filter(({ to }) => to.address === people[0]!.wish.email)).toEqual([])
    await house.hasten("1 hour")
    await house.drain()
    expect(house.mails.filter(({ to }) => to.address === people[0]!.wish.email)).toHaveLength(2)
  })

  test("of a logon that was never used: the purge keeps the incident, and goes on to all the others", async () => {
    const people = [somebody("theo-thief-first"), somebody("sam-spouse")]
    for (const person of people) expect((await (await visitorOf(house).walk(person)).request.submit()).status).toBe(201)
    await house.drain()
    house.clock.advance("31 days")
    const unused = sql`select id from logon_request where status in ('submitted', 'approved', 'referred')`
    expect((await rowsOf(unused)).length).toBeGreaterThan(2)
    await whileMoved("logon.profile", () => house.runtime.runPromise(purge))
    await house.runtime.runPromise(purge)
    expect(await rowsOf(unused)).toEqual([])
  })

  test("of a decision on record: staff are told that it does not open", async () => {
    const app = await applicationOf(house, ["staff"])
    const [decision] = await rowsOf<{ id: string }>(sql`select id from decision order by id limit 1`)
    await whileMoved("decision.log", async () => {
      const told = await app.get(`/v1/decisions/${decision!.id}`, { "case-number": "case-1" })
      expect(told.status).toBe(410)
    })
  })
})

test("the trail is as it was written, and no line of the log has what was sealed", async () => {
  const verdict = await house.runtime.runPromise(Effect.flatMap(Audit, ({ verify }) => verify([])))
  expect(verdict.intact).toBe(true)
  const told = house.lines.filter((line) => line.includes("cannot be opened"))
  expect(told.length).toBeGreaterThan(0)
  for (const line of told) expect(line).not.toMatch(/@|GoodElmo|Mo\b/)
})
