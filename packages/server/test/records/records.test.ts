import { assert } from "@effect/vitest"
import { decideOnRecord } from "@mtc-logon/core/decisions"
import { AccessGrants } from "@mtc-logon/core/access"
import { logIn } from "@mtc-logon/core/login"
import { TaxpayerRecords } from "@mtc-logon/core/taxpayer"
import { existingPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { eq, sql } from "drizzle-orm"
import { Cause, DateTime, Effect, Exit, Redacted } from "effect"
import { Database } from "../../src/database/Database.ts"
import { filedReturnTable as returns, taxpayerTable as taxpayers } from "../../src/database/taxpayerTable.ts"
import { letterTable as letters } from "../../src/database/letterTable.ts"
import { seedPeople } from "../../src/dev/seedPeople.ts"
import { Digests } from "../../src/secrets/Digests.ts"
import { onBothDatabases } from "../database/onBothDatabases.ts"
import { atGolden, golden, people, personOf, stores } from "../store/stores.ts"

/** Where every claim here comes from. */
const network = "203.0.113.7"

const identifierOf = ({ id, idType }: Pick<Person, "id" | "idType">) => ({ idType, digits: Redacted.make(id) })

const nobody = { id: "900129999", idType: "SSN" } as const

const find = (who: Pick<Person, "id" | "idType">, now = golden) =>
  Effect.flatMap(TaxpayerRecords, (records) => records.find(identifierOf(who), now))

const standing = (who: Pick<Person, "id" | "idType">, accountType = "personal-income-tax") =>
  Effect.flatMap(TaxpayerRecords, (records) => records.standing(identifierOf(who), accountType))

const tables = ["taxpayer", "tax_account", "filed_return", "letter", "logon", "access_grant", "two_step_method"]

const counts = Effect.gen(function* () {
  const { run } = yield* Database
  return yield* Effect.forEach(tables, (table) =>
    Effect.map(
      run((db) => db.execute(sql`select count(*)::int as count from ${sql.identifier(table)}`)),
      (result) => (result as unknown as { readonly rows: ReadonlyArray<{ readonly count: number }> }).rows[0]!.count
    )
  )
})

onBothDatabases("records", stores, (it) => {
  const seed = Effect.andThen(atGolden, seedPeople(people, existingPassword))

  it.effect("people are put on file once, however often they are seeded", () =>
    Effect.gen(function* () {
      yield* seed
      const once = yield* counts
      yield* seed
      assert.deepStrictEqual(yield* counts, once)
      assert.strictEqual(once[0], people.length)
    })
  )

  it.effect("what was filed is found as it was filed, newest period first", () =>
    Effect.gen(function* () {
      for (const person of people) {
        const { returns, today } = yield* find(person)
        assert.strictEqual(today, "2020-11-20")
        const byPeriod = person.returns.toSorted((a, b) => (a.periodEnd < b.periodEnd ? 1 : -1))
        assert.deepStrictEqual(
          returns.map(({ periodEnd }) => periodEnd),
          byPeriod.map(({ periodEnd }) => periodEnd)
        )
        assert.sameDeepMembers([...returns], [...person.returns])
      }
    })
  )

  it.effect("letters are as old as the days since they were mailed, counted in New York", () =>
    Effect.gen(function* () {
      const lena = personOf("lena-letter")
      const late = DateTime.makeUnsafe("2020-11-21T04:59:59Z")
      const later = DateTime.makeUnsafe("2020-11-21T05:00:00Z")
      for (const [now, ageDays] of [
        [golden, 20],
        [late, 20],
        [later, 21]
      ] as const) {
        const { letters } = yield* find(lena, now)
        assert.deepInclude(
          letters.find(({ letterId }) => letterId === "L0000000001")!,
          { ageDays, state: "live" }
        )
      }
    })
  )

  it.effect("an unknown number has an empty record", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* find(nobody), { today: "2020-11-20", returns: [], letters: [] })
    })
  )

  it.effect("holds and closed accounts stand against a request, and nothing else does", () =>
    Effect.gen(function* () {
      for (const person of people) {
        const { accountClosed, holds } = yield* standing(person, person.accountType)
        assert.deepStrictEqual([holds, accountClosed], [[...person.holds], person.ending === "denied"])
      }
      assert.deepStrictEqual(yield* standing(nobody), { holds: [], accountClosed: false })
    })
  )

  it.effect("no number, name, amount or letter ID stands in clear", () =>
    Effect.gen(function* () {
      const { run } = yield* Database
      const rows = [
        ...(yield* run((db) => db.select().from(taxpayers))),
        ...(yield* run((db) => db.select().from(returns))),
        ...(yield* run((db) => db.select().from(letters)))
      ]
      const text = rows
        .flatMap((row) => Object.values(row))
        .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : String(value)))
        .join("\n")
      for (const secret of ["900126789", "LARRY", "incomeTaxAfterCredits", "L0000000001"])
        assert.notInclude(text, secret)
    })
  )

  it.effect("the logons of the stories work: they log in, and hold their roles", () =>
    Effect.gen(function* () {
      const { standing } = yield* AccessGrants
      const presented = { activationCode: null, trustedDevices: [] }
      for (const { logons } of people) {
        for (const { username } of logons) {
          const { answer } = yield* logIn(username.toUpperCase(), Redacted.make(existingPassword), presented)
          assert.strictEqual(answer.status, "security_code_required")
        }
      }
      const masters = people.filter(({ logons }) => logons.length > 0)
      for (const person of people) {
        const expected = masters.includes(person)
        const { access, letterMailedAt, logonExists } = yield* standing(identifierOf(person), null)
        const roles = access.accesses.map(({ role }) => role)
        assert.deepStrictEqual(
          [roles.includes("MasterAdministrator"), logonExists, access.contest, letterMailedAt],
          [expected, expected, null, null]
        )
      }
    })
  )

  it.effect("an amount on file proves a person, and one that is not proves nobody", () =>
    Effect.gen(function* () {
      const { accountType, id, idType, taxpayerType } = personOf("larry-mo")
      const claim = {
        taxpayerType,
        idType,
        id,
        accountType,
        kind: "taxReturnAmount",
        letterId: null
      } as const
      assert.strictEqual((yield* decideOnRecord({ ...claim, amount: 10_000 }, network)).decision._tag, "Accepted")
      assert.strictEqual((yield* decideOnRecord({ ...claim, amount: 10_001 }, network)).decision._tag, "Refused")
    })
  )

  it.effect("a record that was tampered with is a defect, not a house that is away", () =>
    Effect.gen(function* () {
      const { run } = yield* Database
      const person = personOf("rita-refund")
      const digest = (yield* Digests).ofTaxpayer(identifierOf(person))
      yield* run((db) =>
        db
          .update(returns)
          .set({ filed: new Uint8Array(64) })
          .where(eq(returns.taxpayerDigest, digest))
      )
      const exit = yield* Effect.exit(find(person))
      assert(Exit.isFailure(exit))
      assert.isTrue(Cause.hasDies(exit.cause))
    })
  )
})
