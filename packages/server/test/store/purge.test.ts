import { assert } from "@effect/vitest"
import { decideOnRecord } from "@mtc-logon/core/decisions"
import { existingPassword } from "@mtc-logon/core/testing"
import { DateTime, Effect } from "effect"
import { TestClock } from "effect/testing"
import { auditTable } from "../../src/database/auditTable.ts"
import { Database } from "../../src/database/Database.ts"
import { decisionTable } from "../../src/database/decisionTable.ts"
import { seedPeople } from "../../src/dev/seedPeople.ts"
import { purge } from "../../src/store/purge.ts"
import { onBothDatabases } from "../database/onBothDatabases.ts"
import { atGolden, golden, people, personOf, stores } from "./stores.ts"

/** Where every claim here comes from. */
const network = "203.0.113.7"

onBothDatabases("what is kept no longer", stores, (it) => {
  it.effect("D-42 a decision is kept two years to the instant, and the trail knows of it after that", () =>
    Effect.gen(function* () {
      yield* atGolden
      yield* seedPeople(people, existingPassword)
      const { run } = yield* Database
      const { accountType, id, idType, taxpayerType } = personOf("larry-mo")
      const claim = { taxpayerType, idType, id, accountType, kind: "taxReturnAmount" } as const
      yield* decideOnRecord({ ...claim, amount: 10_000, letterId: null }, network)
      const inTwoYears = DateTime.toEpochMillis(DateTime.add(golden, { years: 2 }))
      const left = []
      for (const at of [inTwoYears, inTwoYears + 1]) {
        yield* TestClock.setTime(at)
        yield* purge
        left.push((yield* run((db) => db.select().from(decisionTable))).length)
      }
      assert.deepStrictEqual(left, [1, 0])
      const trail = yield* run((db) => db.select().from(auditTable))
      assert.lengthOf(
        trail.filter(({ type }) => type === "DecisionMade"),
        1
      )
    })
  )
})
