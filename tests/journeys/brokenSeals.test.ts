import { typedPassword } from "@mtc-logon/core/testing"
import { sql } from "drizzle-orm"
import type { SQL } from "drizzle-orm"
import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Audit } from "../../packages/server/src/audit/Audit.ts"
import { Database } from "../../packages/server/src/database/Database.ts"
import { purge } from "../../packages/server/src/store/purge.ts"
import { applicationOf } from "./applicationOf.ts"
import { activePerson, approvedPerson, newestMailTo } from "./approvedPerson.ts"
import { notMeCodeIn } from "./codesIn.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Told } from "./visitorOf.ts"

let house: House
beforeAll(async () => {
  house = await openHouse({ ids: "random", alsoOnFile: larrys })
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
  expect(rows.length).toBeGreaterThan(0)
  // Where there is one row only, it gets what another column seals.
  const [other] = await rowsOf<{ filed: Buffer }>(sql`select filed from filed_return limit 1`)
  const put = (next: number) =>
    Promise.all(
      rows.map(({ id, was }, place) => {
        const moved = rows.length === 1 && next > 0 ? other!.filed : rows[(place + next) % rows.length]!.was
        return rowsOf(sql`update ${of} set ${at} = ${next === 0 ? was : moved} where id = ${id}`)
      })
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

/** LARRY MO on numbers of their own, each with an address and letters that can be asked for. */
const larrys = Array.from({ length: 20 }, (_, last) =>
  somebody("larry-mo", {
    id: `9001170${String(last).padStart(2, "0")}`,
    wish: { username: `sealed.${last}`, email: `sealed${last}@example.com`, phoneNumber: "(617) 555-0110" },
    contact: {
      address: [`LARRY MO ${last}`, `${last} Example Street`, "Boston MA 02108"],
      formerAddress: null,
      addressChangedOn: null,
      emails: []
    }
  })
)
let used = 0
const next = () => larrys[used++]!
const active = () => activePerson(house, next())
const post = (path: string, body: unknown) => visitorOf(house).call("POST", path, { body })
const drain = () => house.drain().then(() => undefined)
const askForLetter = async () => void (await post("/v1/letter-requests", { idType: "SSN", id: next().id }))

/** What opens a column: a call, which is told 503, or the jobs, which are done when the column is back. */
interface Opens {
  readonly ask: () => Promise<Told<unknown> | undefined>
  /** Which rows are moved; all where it is absent. */
  readonly which?: string
  /** 503 where it is absent. */
  readonly status?: number
}

/**
 * Each sealed column, and what opens it.
 *
 * **Gotchas**
 *
 * Staff who look at a decision whose log does not open see the rest of it: 410 is what they are told of the log.
 */
const openings: Readonly<Record<string, () => Promise<Opens>>> = {
  "access_grant.claim": async () => {
    const { visitor } = await active()
    return { ask: () => visitor.call("GET", "/v1/me/letter-code") }
  },
  "decision.log": async () => {
    const app = await applicationOf(house, ["staff"])
    await visitorOf(house).walk(next())
    const [decision] = await rowsOf<{ id: string }>(sql`select id from decision order by id limit 1`)
    return { ask: () => app.get(`/v1/decisions/${decision!.id}`, { "case-number": "case-1" }), status: 410 }
  },
  "email_change.email": async () => {
    const { visitor } = await active()
    const body = { email: "new.address@example.com", confirmEmail: "new.address@example.com" }
    expect((await visitor.call("PATCH", "/v1/me/profile", { body })).status).toBe(200)
    return { ask: drain }
  },
  "filed_return.adjusted": async () => {
    const { request } = await visitorOf(house).walk(somebody("rod-adjusted"), "tax-amount")
    return { ask: () => request.answer("tax-amount", { amountKind: "refundAmount", amount: "300.00" }) }
  },
  "filed_return.filed": async () => {
    const { request } = await visitorOf(house).walk(next(), "tax-amount")
    return { ask: () => request.answer("tax-amount", { amountKind: "taxReturnAmount", amount: "100.00" }) }
  },
  "forgotten.typed": async () => {
    const { credentials } = await active()
    await post("/v1/recovery/password", { username: credentials.username })
    return { ask: drain }
  },
  "letter.letter_id": async () => {
    await askForLetter()
    return { ask: drain }
  },
  "logon.password_hashes": async () => {
    const { visitor } = await active()
    return { ask: () => visitor.call("GET", "/v1/me/profile") }
  },
  "logon.profile": async () => {
    const { visitor } = await active()
    return { ask: () => visitor.call("GET", "/v1/me") }
  },
  "logon_request.receipt": async () => {
    const { request } = await visitorOf(house).walk(next())
    expect((await request.submit()).status).toBe(201)
    await house.drain()
    return { ask: request.submit }
  },
  "logon_request_draft.answers": async () => {
    const { request } = await visitorOf(house).walk(next(), "tax-amount")
    return { ask: request.read }
  },
  "logon_request_draft.proof": async () => {
    const { request } = await visitorOf(house).walk(next())
    return { ask: request.submit }
  },
  "message.params": async () => {
    const person = next()
    const { visitor } = await activePerson(house, person)
    const wish = { ...person.wish, username: `other.${person.wish.username}`, email: "other@example.com" }
    await approvedPerson(house, { ...person, wish })
    return { ask: () => visitor.call("GET", "/v1/me/messages") }
  },
  "not_me_code.before": async () => {
    const person = next()
    const { visitor } = await activePerson(house, person)
    await visitor.call("PATCH", "/v1/me/profile", { body: { name: "LAWRENCE MO" } })
    await house.drain()
    const code = notMeCodeIn(newestMailTo(house, person.wish.email))
    return { ask: () => post("/v1/not-me", { code }) }
  },
  "notice.recipient": async () => {
    const { request } = await visitorOf(house).walk(next())
    await request.submit()
    await house.drain()
    const [email, password] = ["corrected@example.com", typedPassword]
    expect((await request.post("/email", { password, email, confirmEmail: email })).status).toBe(204)
    return { ask: drain }
  },
  "notice.taxpayer": async () => {
    await askForLetter()
    return { ask: drain }
  },
  "taxpayer.contact": async () => {
    await askForLetter()
    return { ask: drain }
  },
  "two_step_method.target": async () => {
    const { logIn } = await active()
    return { ask: logIn }
  }
}

/** Kept for the Department, and opened by nothing: what is in it decides nothing. */
const neverOpened = ["taxpayer.number"]

describe("a sealed column that was moved to another row is a 503, and an incident in the trail", () => {
  test("each column of ciphertext has its opening here, or is never opened", async () => {
    const columns = await rowsOf<{ place: string }>(
      sql`select table_name || '.' || column_name as place from information_schema.columns
        where table_schema = 'public' and data_type = 'bytea'`
    )
    expect(columns.map(({ place }) => place).toSorted()).toEqual([...Object.keys(openings), ...neverOpened].toSorted())
  })

  test.each(Object.keys(openings))("%s", async (place) => {
    house.clock.advance("2 days")
    await house.drain()
    const { ask, status = 503, which = "true" } = await openings[place]!()
    let isJob = false
    await whileMoved(
      place,
      async () => {
        const told = await ask()
        isJob = told === undefined
        if (told === undefined) return
        expect(told.status).toBe(status)
        if (status === 503) unavailable(told)
      },
      which
    )
    // Back in its place it opens again, and nothing of it was lost.
    if (isJob) {
      await house.hasten("1 hour")
      expect(await house.drain()).toBeGreaterThan(0)
    } else expect((await ask())!.status).toBeLessThan(300)
  })

  test.each(neverOpened)("%s is missed by nobody, and nothing is decided by it", async (place) => {
    const incidents = await incidentsFrom()
    const [table, column] = place.split(".") as [string, string]
    const { back } = await moveRound(table, column, "true")
    const { request } = await visitorOf(house).walk(next())
    expect((await request.submit()).status).toBe(201)
    await house.drain()
    await back()
    expect(await incidents()).toEqual([])
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
})

test("the trail is as it was written, and no line of the log has what was sealed", async () => {
  const verdict = await house.runtime.runPromise(Effect.flatMap(Audit, ({ verify }) => verify([])))
  expect(verdict.intact).toBe(true)
  const told = house.lines.filter((line) => line.includes("cannot be opened"))
  expect(told.length).toBeGreaterThan(0)
  for (const line of told) expect(line).not.toMatch(/@|GoodElmo|Mo\b/)
})
