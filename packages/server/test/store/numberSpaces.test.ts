import { randomUUID } from "node:crypto"
import { assert } from "@effect/vitest"
import { AccessGrants } from "@mtc-logon/core/access"
import { submitLogonRequest } from "@mtc-logon/core/logon-request"
import { TaxpayerRecords } from "@mtc-logon/core/taxpayer"
import { existingPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { VerificationAttempts } from "@mtc-logon/core/verification"
import { eq } from "drizzle-orm"
import { DateTime, Effect, Redacted } from "effect"
import { Database } from "../../src/database/Database.ts"
import { logonTable as logons } from "../../src/database/logonTable.ts"
import {
  contestTable as contests,
  registrationLockTable as registrationLocks
} from "../../src/database/accessGrantTable.ts"
import { seedPeople } from "../../src/dev/seedPeople.ts"
import { Digests } from "../../src/secrets/Digests.ts"
import { onBothDatabases } from "../database/onBothDatabases.ts"
import { atGolden, golden, openAtSummary, personOf, stores } from "./stores.ts"

const taxpayerOf = ({ id, idType }: Pick<Person, "id" | "idType">) => ({ idType, digits: Redacted.make(id) })

/** A person and a firm whose numbers have the same nine digits. */
const pair = (id: string, username: string) => {
  const larry = personOf("larry-mo")
  const person = { ...larry, id, wish: { ...larry.wish, username } }
  const bakery = personOf("bayside-bakery")
  const firm = { ...bakery, id, evidence: larry.evidence, wish: { ...bakery.wish, username: `${username}.firm` } }
  const letterOf = (letterId: string) => [{ letterId, kind: "sign-up", mailedOn: "2020-11-10", state: "live" } as const]
  return {
    person: { ...person, letters: letterOf(`L1${id}`) },
    firm: { ...firm, letters: letterOf(`L2${id}`) }
  }
}

const pairs = {
  records: pair("900125901", "records"),
  attempts: pair("900125902", "attempts"),
  masters: pair("900125903", "masters"),
  contest: pair("900125904", "contest"),
  closed: pair("900125905", "closed")
}

const standing = (who: Person) => Effect.flatMap(AccessGrants, (grants) => grants.standing(taxpayerOf(who), null))

const begun = { because: "not-me", endedBy: "letter" } as const
const contestOn = Effect.fnUntraced(function* (who: Person) {
  const { run } = yield* Database
  const { ofTaxpayer } = yield* Digests
  const key = ofTaxpayer(taxpayerOf(who))
  const contest = { id: randomUUID(), taxpayerDigest: key, ...begun, openedAt: DateTime.toDateUtc(golden) }
  yield* run((db) => db.insert(contests).values(contest))
})

onBothDatabases("an SSN and a FEIN of the same nine digits share", stores, (it) => {
  const setup = Effect.andThen(
    atGolden,
    seedPeople(
      Object.values(pairs).flatMap(({ firm, person }) => [person, firm]),
      existingPassword
    )
  )

  it.effect("neither returns, letters nor contact", () =>
    Effect.gen(function* () {
      yield* setup
      const { contact, find } = yield* TaxpayerRecords
      for (const { firm, person } of Object.values(pairs)) {
        for (const who of [person, firm]) {
          const record = yield* find(taxpayerOf(who), golden)
          assert.deepStrictEqual(record.returns, who.returns)
          assert.deepStrictEqual(
            record.letters.map(({ letterId }) => letterId),
            who.letters.map(({ letterId }) => letterId)
          )
          assert.strictEqual((yield* contact(taxpayerOf(who)))?.name, who.name)
        }
      }
    })
  )

  it.effect("no attempt", () =>
    Effect.gen(function* () {
      const { reserve } = yield* VerificationAttempts
      const { firm, person } = pairs.attempts
      const attempt = (who: Person, said: string) => {
        const before = DateTime.subtract(golden, { hours: 24 })
        return reserve({
          taxpayer: taxpayerOf(who),
          kind: "amount",
          network: "203.0.113.7",
          said: Redacted.make(said),
          now: golden,
          limit: 5,
          windowFrom: { amount: before, letter: before, lately: before },
          yearFrom: before
        })
      }
      for (let n = 1; n <= 5; n++) yield* attempt(person, String(n))
      const { failures, limitReachedSince } = yield* attempt(firm, "1")
      assert.deepStrictEqual([failures.amountFailures, limitReachedSince], [0, null])
    })
  )

  it.effect("no Master Administrator: each is the first of its own", () =>
    Effect.gen(function* () {
      const { firm, person } = pairs.masters
      for (const who of [person, firm]) {
        const receipt = yield* submitLogonRequest(yield* openAtSummary(who))
        assert.strictEqual(receipt.role.role, "MasterAdministrator")
      }
    })
  )

  it.effect("no contest", () =>
    Effect.gen(function* () {
      const { firm, person } = pairs.contest
      yield* contestOn(person)
      assert.deepStrictEqual((yield* standing(person)).access.contest, { openSince: golden, endedBy: "letter" })
      assert.isNull((yield* standing(firm)).access.contest)
    })
  )

  it.effect("no lock of the owner's own", () =>
    Effect.gen(function* () {
      const { run } = yield* Database
      const { firm, person } = pairs.closed
      const [logon] = yield* run((db) => db.select().from(logons).where(eq(logons.username, "masters")))
      const taxpayerDigest = (yield* Digests).ofTaxpayer(taxpayerOf(person))
      yield* run((db) =>
        db.insert(registrationLocks).values({ taxpayerDigest, logonId: logon!.id, at: DateTime.toDateUtc(golden) })
      )
      const { standing: standingOf } = yield* TaxpayerRecords
      assert.deepStrictEqual((yield* standingOf(taxpayerOf(person), person.accountType)).holds, ["registration-lock"])
      assert.deepStrictEqual((yield* standingOf(taxpayerOf(firm), firm.accountType)).holds, [])
    })
  )
})
