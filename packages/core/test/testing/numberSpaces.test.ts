import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import { TestClock } from "effect/testing"
import { AccessGrants } from "../../src/access/AccessGrants.ts"
import { requestLetter } from "../../src/logon-request/requestLetter.ts"
import { TaxpayerRecords } from "../../src/taxpayer/TaxpayerRecords.ts"
import { memoryLayer } from "../../src/testing/memoryLayer.ts"
import type { Person } from "../../src/testing/Person.ts"
import { VerificationAttempts } from "../../src/verification/VerificationAttempts.ts"
import { golden, larry, personOf, secret } from "../visit.ts"

const gina = personOf("gina-has-logon")
const firm = { ...personOf("bayside-bakery"), id: gina.id }

const taxpayerOf = ({ id, idType }: Person) => ({ idType, digits: secret(id) })

const inHouse = <A, E, R>(visit: Effect.Effect<A, E, R>) =>
  Effect.andThen(TestClock.setTime(DateTime.toEpochMillis(golden)), visit).pipe(
    Effect.provide(memoryLayer([larry, gina, firm]))
  )

describe("an SSN and a FEIN of the same nine digits share, in memory", () => {
  it.effect("neither returns, contact nor letters", () =>
    inHouse(
      Effect.gen(function* () {
        const { contact, find } = yield* TaxpayerRecords
        yield* requestLetter("FEIN", secret(firm.id))
        for (const who of [gina, firm]) {
          const { letters, returns } = yield* find(taxpayerOf(who), golden)
          assert.deepStrictEqual(returns, who.returns)
          assert.strictEqual(letters.length, who === firm ? 1 : who.letters.length)
          assert.strictEqual((yield* contact(taxpayerOf(who)))?.name, who.name)
        }
      })
    )
  )

  it.effect("neither attempts nor Master Administrator", () =>
    inHouse(
      Effect.gen(function* () {
        const { reserve } = yield* VerificationAttempts
        const before = DateTime.subtract(golden, { hours: 24 })
        const attempt = (who: Person) =>
          reserve({
            taxpayer: taxpayerOf(who),
            kind: "amount",
            network: "203.0.113.7",
            said: secret("1"),
            now: golden,
            limit: 1,
            windowFrom: { amount: before, letter: before, lately: before },
            yearFrom: before
          })
        yield* attempt(gina)
        const { failures, limitReachedSince } = yield* attempt(firm)
        assert.deepStrictEqual([failures.amountFailures, limitReachedSince], [0, null])
        const { standing } = yield* AccessGrants
        const roles = [gina, firm].map((who) => standing(taxpayerOf(who), null))
        const counts = (yield* Effect.all(roles)).map(({ access }) => access.accesses.length)
        assert.deepStrictEqual(counts, [1, 0])
      })
    )
  )
})
