import type { Person } from "@mtc-logon/core/testing"
import { Effect } from "effect"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { auditTable } from "../../packages/server/src/database/auditTable.ts"
import { Database } from "../../packages/server/src/database/Database.ts"
import { decisionTable } from "../../packages/server/src/database/decisionTable.ts"
import {
  emailChangeTable,
  recoveryTable,
  securityCodeTable,
  sessionTable
} from "../../packages/server/src/database/logonTable.ts"
import { forgottenTable, noticeTable } from "../../packages/server/src/database/noticeTable.ts"
import { logonRequestTable } from "../../packages/server/src/database/logonRequestTable.ts"
import { notMeCodeTable } from "../../packages/server/src/database/accessGrantTable.ts"
import { verificationAttemptTable } from "../../packages/server/src/database/verificationAttemptTable.ts"
import { purge } from "../../packages/server/src/store/purge.ts"
import { activePerson } from "./approvedPerson.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"

const larry: Person = somebody("larry-mo")

const tables = {
  sessions: sessionTable,
  codes: securityCodeTable,
  notices: noticeTable,
  notMe: notMeCodeTable,
  emails: emailChangeTable,
  recoveries: recoveryTable,
  forgotten: forgottenTable,
  attempts: verificationAttemptTable,
  decisions: decisionTable,
  audit: auditTable,
  receipts: logonRequestTable
}

describe("D-42 what is kept no longer", () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
    const { visitor } = await activePerson(house, larry)
    await visitor.call("PATCH", "/v1/me/profile", {
      body: { name: "LAWRENCE MO", email: "larry@example.org", confirmEmail: "larry@example.org" }
    })
    await visitorOf(house).call("POST", "/v1/recovery/password", { body: { username: larry.wish.username } })
    await house.drain()
  })
  afterAll(() => house.close())
  beforeEach(() => house.clock.set(goldenInstant))

  /** Rows of each table after a purge at a time. */
  const leftAt = async (iso: string) => {
    house.clock.set(iso)
    await house.runtime.runPromise(purge)
    return house.runtime.runPromise(
      Effect.gen(function* () {
        const { run } = yield* Database
        const counts: Record<string, number> = {}
        for (const [name, table] of Object.entries(tables)) {
          counts[name] = (yield* run((db) => db.select().from(table))).length
        }
        return counts
      })
    )
  }

  test("goes after its time and not before; the trail and the receipt stay", async () => {
    const before = await leftAt(goldenInstant)
    for (const [name, count] of Object.entries(before)) expect(count, name).toBeGreaterThan(0)

    // A code lives ten minutes, a session twelve hours; both are kept 30 days after that.
    expect(await leftAt("2020-12-20T14:05:15-05:00")).toEqual(before)
    expect(await leftAt("2020-12-20T14:05:15.001-05:00")).toEqual({ ...before, codes: 0 })
    expect(await leftAt("2020-12-21T01:55:15-05:00")).toMatchObject({ sessions: before["sessions"] })
    expect(await leftAt("2020-12-21T01:55:15.001-05:00")).toMatchObject({ sessions: 0 })

    // A notice is kept 90 days, a mailed link 90 days after its end.
    expect(await leftAt("2021-02-18T13:55:15-05:00")).toMatchObject({
      notices: before["notices"],
      forgotten: before["forgotten"]
    })
    expect(await leftAt("2021-02-18T13:55:15.001-05:00")).toMatchObject({
      notices: 0,
      forgotten: 0,
      recoveries: before["recoveries"]
    })
    expect(await leftAt("2021-02-18T14:25:15.001-05:00")).toMatchObject({ recoveries: 0, emails: before["emails"] })
    expect(await leftAt("2021-02-19T13:55:15.001-05:00")).toMatchObject({ emails: 0, notMe: before["notMe"] })
    expect(await leftAt("2021-05-20T00:00:00-04:00")).toMatchObject({ notMe: 0, attempts: before["attempts"] })

    // Attempts and decisions are kept two years.
    expect(await leftAt("2022-11-20T13:55:15-05:00")).toMatchObject({
      attempts: before["attempts"],
      decisions: before["decisions"]
    })
    expect(await leftAt("2022-11-20T13:55:15.001-05:00")).toMatchObject({ attempts: 0, decisions: 0 })
    expect(await leftAt("2030-01-01T00:00:00-05:00")).toMatchObject({
      audit: before["audit"],
      receipts: before["receipts"]
    })
  })
})
