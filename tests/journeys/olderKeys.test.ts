import { Effect, Redacted } from "effect"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { accessGrantTable } from "../../packages/server/src/database/accessGrantTable.ts"
import { Database } from "../../packages/server/src/database/Database.ts"
import { logonRequestTable } from "../../packages/server/src/database/logonRequestTable.ts"
import { taxpayerTable } from "../../packages/server/src/database/taxpayerTable.ts"
import { verificationAttemptTable } from "../../packages/server/src/database/verificationAttemptTable.ts"
import { Digests } from "../../packages/server/src/secrets/Digests.ts"
import { activePerson } from "./approvedPerson.ts"
import { keyringFileOf } from "./fixedKeyring.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Visitor } from "./visitorOf.ts"
import type { Person } from "@mtc-logon/core/testing"

let house: House
beforeAll(async () => {
  house = await openHouse({ ids: "random", settings: { KEYRING_FILE: keyringFileOf(2) } })
})
afterAll(() => house.close())

/** Has the rows of a number as they were made under the key before the one in force. */
const underOlderKey = (
  { id, idType }: Person,
  tables: ReadonlyArray<
    typeof accessGrantTable | typeof logonRequestTable | typeof taxpayerTable | typeof verificationAttemptTable
  >
) =>
  house.runtime.runPromise(
    Effect.gen(function* () {
      const [present, older] = (yield* Digests).allOfTaxpayer({ idType, digits: Redacted.make(id) })
      const { run } = yield* Database
      for (const table of tables)
        yield* run((db) => db.update(table).set({ taxpayerDigest: older! }).where(eq(table.taxpayerDigest, present!)))
    })
  )
const activityOf = async (visitor: Visitor) => {
  const { body } = await visitor.call<{ activity: ReadonlyArray<{ messageId: string }> }>("GET", "/v1/me/activity")
  return body.activity.map(({ messageId }) => messageId).toSorted()
}

test("D-43 an owner whose role is of an older key is told who used the number since, and before", async () => {
  const person = somebody("larry-mo")
  const owner = await activePerson(house, person)
  await underOlderKey(person, [accessGrantTable, logonRequestTable, verificationAttemptTable])
  await visitorOf(house).walk({
    ...person,
    evidence: { verificationType: "amount", amountKind: "taxReturnAmount", amount: "1.00" }
  })
  expect(await activityOf(owner.visitor)).toEqual([
    "activity.amount.accepted",
    "activity.amount.refused",
    "activity.request.activated",
    "activity.request.approved",
    "activity.request.submitted"
  ])
})

test("D-44 the terms certify the number that a logon gave, though the records of it are of an older key", async () => {
  const person = somebody("ivan-itin")
  const { visitor } = await activePerson(house, person)
  const terms = await visitor.call("GET", "/v1/me/terms")
  await underOlderKey(person, [taxpayerTable])
  expect((await visitor.call("GET", "/v1/me/terms")).text).toBe(terms.text)
})
