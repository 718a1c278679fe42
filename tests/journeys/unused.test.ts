import { answersOf } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { sql } from "drizzle-orm"
import { Effect } from "effect"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { Database } from "../../packages/server/src/database/Database.ts"
import { Jobs } from "../../packages/server/src/jobs/Jobs.ts"
import { purge } from "../../packages/server/src/store/purge.ts"
import { approvedPerson } from "./approvedPerson.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"

describe("D-33 a logon that was never used", () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())
  beforeEach(() => house.clock.set(goldenInstant))

  const looksAhead = () =>
    house.runtime.runPromise(Effect.flatMap(Jobs, ({ depth }) => Effect.map(depth, (of) => of["expire-logon"])))
  const goneMails = ({ wish }: Person) =>
    house.mails.filter(
      ({ rendered, to }) => to.address === wish.email && rendered.subject === "Your logon was not activated"
    )
  /** Whether somebody else may have the username. */
  const isFree = async ({ wish }: Person) => {
    const other = somebody("jo-joint", { wish: { ...wish, email: "other@taxpayer.example" } })
    const { request } = await visitorOf(house).walk(other, "logon")
    const typed = answersOf(other).find(({ step }) => step === "logon")!
    return (await request.answer("logon", typed.text as never)).status === 200
  }

  test("stays for its thirty days where its job comes too early, and goes after them", async () => {
    const early = somebody("larry-mo")
    await approvedPerson(house, early)
    await house.hasten("30 days")
    await house.drain()
    expect([await looksAhead(), await isFree(early)]).toEqual([1, false])

    house.clock.advance("30 days")
    await house.hasten("30 days")
    await house.drain()
    expect([await looksAhead(), await isFree(early), goneMails(early).length]).toEqual([0, true, 1])
  })

  test("goes after them where its job was lost, and not an instant before", async () => {
    const lost = somebody("rita-refund")
    await approvedPerson(house, lost)
    await house.runtime.runPromise(
      Effect.flatMap(Database, ({ run }) => run((db) => db.execute(sql`delete from pgboss.job`)))
    )
    const purgeAt = async (iso: string) => {
      house.clock.set(iso)
      await house.runtime.runPromise(purge)
      await house.drain()
      return [await isFree(lost), goneMails(lost).length]
    }
    expect(await purgeAt("2020-12-20T13:55:14.999-05:00")).toEqual([false, 0])
    expect(await purgeAt("2020-12-20T13:55:15-05:00")).toEqual([true, 1])
    expect(await purgeAt("2020-12-20T14:05:15-05:00")).toEqual([true, 1])
  })
})
