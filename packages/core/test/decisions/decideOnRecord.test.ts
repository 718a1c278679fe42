import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Option } from "effect"
import { TestClock } from "effect/testing"
import { decideOnRecord } from "../../src/decisions/decideOnRecord.ts"
import { TaxpayerRecords } from "../../src/taxpayer/TaxpayerRecords.ts"
import { MemoryHouse } from "../../src/testing/memory/MemoryHouse.ts"
import { claim, larry } from "../verification/larry.ts"
import { golden, inHouse } from "../visit.ts"

/** Where every claim here comes from. */
const network = "203.0.113.7"

const hour = 3_600_000

/** Claims so many different wrong amounts, one after the other. */
const missed = Effect.fnUntraced(function* (times: number, from = 1) {
  for (let cents = from; cents < from + times; cents++) yield* decideOnRecord({ ...claim, amount: cents }, network)
})

/** A letter ID that nobody has. */
const letterOf = (n: number) =>
  ({ ...claim, kind: "letterId", amount: null, letterId: `L0009${String(n).padStart(6, "0")}` }) as const

const states = Effect.map(MemoryHouse, ({ attempts }) => [...attempts.values()].map(({ state }) => state))

const tagOf = (amount: number) =>
  Effect.map(decideOnRecord({ ...claim, amount }, network), ({ decision }) => decision._tag)

describe("an attempt", () => {
  it.effect("stands in the count before anything is looked up", () =>
    inHouse(
      Effect.gen(function* () {
        const { attempts } = yield* MemoryHouse
        const looking = Layer.succeed(TaxpayerRecords, {
          find: () =>
            Effect.sync(() => {
              assert.deepStrictEqual(
                [...attempts.values()].map(({ state }) => state),
                ["reserved"]
              )
              return larry.record
            }),
          contact: () => Effect.die(new Error("Nobody asks")),
          standing: () => Effect.die("not asked")
        })
        const { decision } = yield* decideOnRecord(claim, network).pipe(Effect.provide(looking))
        assert.strictEqual(decision._tag, "Accepted")
      })
    )
  )

  it.effect("is settled with the decision, which is logged before it is answered", () =>
    inHouse(
      Effect.gen(function* () {
        const { attempts, decisions } = yield* MemoryHouse
        const { id } = yield* decideOnRecord({ ...claim, amount: 1 }, network)
        assert.deepInclude(decisions.get(id)?.attempt, { failed: true })
        assert.deepStrictEqual(
          [...attempts.values()].map(({ state }) => state),
          ["failed"]
        )
      })
    )
  )

  it.effect("that is right, or fails by a public rule, costs nothing", () =>
    inHouse(
      Effect.gen(function* () {
        yield* decideOnRecord(claim, network)
        yield* decideOnRecord({ ...claim, amount: 0 }, network)
        yield* decideOnRecord({ ...claim, accountType: "corporate-excise" }, network)
        assert.deepStrictEqual(yield* states, ["freed", "freed", "freed"])
      })
    )
  )

  it.effect("is given back where the records cannot be asked", () =>
    inHouse(
      Effect.gen(function* () {
        const { records } = yield* MemoryHouse
        records.available = false
        const failure = yield* Effect.flip(decideOnRecord(claim, network))
        assert.strictEqual(failure._tag, "RecordsUnavailable")
        assert.deepStrictEqual(yield* states, ["freed"])
      })
    )
  )

  it.effect("with the same wrong answer again counts once", () =>
    inHouse(
      Effect.gen(function* () {
        for (let again = 0; again < 9; again++) assert.strictEqual(yield* tagOf(1), "Refused")
        yield* missed(3, 2)
        assert.strictEqual(yield* tagOf(claim.amount!), "Accepted")
        yield* missed(1, 5)
        assert.strictEqual(yield* tagOf(claim.amount!), "Locked")
      })
    )
  )

  it.effect("counts for a number that is not on file as for one that is", () =>
    inHouse(
      Effect.gen(function* () {
        const unknown = { ...claim, id: "900129999" }
        for (let cents = 1; cents <= 5; cents++) {
          assert.strictEqual((yield* decideOnRecord({ ...unknown, amount: cents }, network)).decision._tag, "Refused")
        }
        assert.strictEqual((yield* decideOnRecord({ ...unknown, amount: 6 }, network)).decision._tag, "Locked")
      })
    )
  )
})

describe("a locked number", () => {
  it.effect("is not looked up, and the right amount does not open it", () =>
    inHouse(
      Effect.gen(function* () {
        yield* missed(5)
        const { records } = yield* MemoryHouse
        const before = records.lookUps
        assert.strictEqual(yield* tagOf(claim.amount!), "Locked")
        assert.strictEqual(records.lookUps, before)
      })
    )
  )

  it.effect("may be tried again a day after the fifth-last failure, to the instant", () =>
    inHouse(
      Effect.gen(function* () {
        yield* missed(1)
        yield* TestClock.adjust("1 hour")
        yield* missed(4, 2)
        const { retryAt } = yield* decideOnRecord(claim, network)
        assert.deepStrictEqual(retryAt, Option.some(DateTime.add(golden, { hours: 24 })))
        yield* TestClock.adjust(23 * hour - 1)
        assert.strictEqual(yield* tagOf(claim.amount!), "Locked")
        yield* TestClock.adjust(1)
        assert.strictEqual(yield* tagOf(claim.amount!), "Accepted")
      })
    )
  )

  it.effect("stays closed to amounts after ten failures in a year, and open to a letter", () =>
    inHouse(
      Effect.gen(function* () {
        yield* missed(5)
        yield* TestClock.adjust("2 days")
        yield* missed(5, 6)
        yield* TestClock.adjust("30 days")
        const { decision, retryAt } = yield* decideOnRecord(claim, network)
        assert.deepStrictEqual([decision._tag, retryAt], ["Locked", Option.none()])
        const letter = { ...claim, kind: "letterId", amount: null, letterId: "L0000000099" } as const
        assert.strictEqual((yield* decideOnRecord(letter, network)).decision._tag, "Refused")
        yield* TestClock.adjust("334 days")
        assert.strictEqual(yield* tagOf(claim.amount!), "Accepted")
      })
    )
  )

  it.effect("by letters is not locked to amounts", () =>
    inHouse(
      Effect.gen(function* () {
        const letter = { ...claim, kind: "letterId", amount: null } as const
        for (let n = 1; n <= 5; n++) yield* decideOnRecord({ ...letter, letterId: `L000000009${n}` }, network)
        const { decision } = yield* decideOnRecord({ ...letter, letterId: "L0000000096" }, network)
        assert.strictEqual(decision._tag, "Locked")
        assert.strictEqual(yield* tagOf(claim.amount!), "Accepted")
      })
    )
  )

  it.effect("is opened by no success", () =>
    inHouse(
      Effect.gen(function* () {
        yield* missed(4)
        assert.strictEqual(yield* tagOf(claim.amount!), "Accepted")
        yield* missed(1, 5)
        assert.strictEqual(yield* tagOf(claim.amount!), "Locked")
      })
    )
  )
})

describe("the owner of a number is told of a lock", () => {
  /** Whether each of these wrong amounts, one after the other, was to tell the owner. */
  const told = Effect.fnUntraced(function* (amounts: ReadonlyArray<number>) {
    const { decisions } = yield* MemoryHouse
    const made = yield* Effect.forEach(amounts, (amount) => decideOnRecord({ ...claim, amount }, network))
    return made.map(({ id }) => decisions.get(id)?.lock !== null)
  })

  it.effect("by the fifth failure in a day, and not by an answer that was counted before", () =>
    inHouse(
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* told([1, 2, 3, 4, 4, 1, 0, claim.amount!]), Array(8).fill(false))
        assert.deepStrictEqual(yield* told([5, 6]), [true, true])
      })
    )
  )

  it.effect("by the tenth failure in a year, though it is the first of its day", () =>
    inHouse(
      Effect.gen(function* () {
        for (const from of [1, 4, 7]) {
          assert.deepStrictEqual(yield* told([from, from + 1, from + 2]), [false, false, false])
          yield* TestClock.adjust("2 days")
        }
        yield* TestClock.adjust("30 days")
        assert.deepStrictEqual(yield* told([10, 11]), [true, true])
      })
    )
  )

  it.effect("not where the ninth is said again", () =>
    inHouse(
      Effect.gen(function* () {
        for (const from of [1, 4, 7]) {
          yield* TestClock.adjust("2 days")
          yield* told([from, from + 1, from + 2])
        }
        assert.deepStrictEqual(yield* told([9, 9]), [false, false])
      })
    )
  )

  it.effect("not by letters that one network guesses, but by so many that they come from a machine", () =>
    inHouse(
      Effect.gen(function* () {
        const { decisions } = yield* MemoryHouse
        const locks = []
        for (let n = 1; n <= 101; n++) {
          const { id } = yield* decideOnRecord(letterOf(n), `198.51.100.${n}`)
          locks.push(decisions.get(id)?.lock?.kind)
        }
        assert.deepStrictEqual(locks.slice(0, 99), Array(99).fill(undefined))
        assert.deepStrictEqual(locks.slice(99), ["letter", "letter"])
      })
    )
  )
})

describe("D-61 letters", () => {
  const tagFrom = (from: string, n: number) =>
    Effect.map(decideOnRecord(letterOf(n), from), ({ decision }) => decision._tag)

  it.effect("are guessed five times from a network, and then once each fifteen minutes, to the instant", () =>
    inHouse(
      Effect.gen(function* () {
        for (let n = 1; n <= 5; n++) assert.strictEqual(yield* tagFrom(network, n), "Refused")
        const { decision, retryAt } = yield* decideOnRecord(letterOf(6), network)
        assert.deepStrictEqual([decision._tag, retryAt], ["Locked", Option.some(DateTime.add(golden, { minutes: 15 }))])
        yield* TestClock.adjust(15 * 60_000 - 1)
        assert.strictEqual(yield* tagFrom(network, 6), "Locked")
        yield* TestClock.adjust(1)
        assert.strictEqual(yield* tagFrom(network, 6), "Refused")
        assert.strictEqual(yield* tagFrom(network, 7), "Locked")
        yield* TestClock.adjust(24 * hour)
        for (let n = 11; n <= 15; n++) assert.strictEqual(yield* tagFrom(network, n), "Refused")
        assert.strictEqual(yield* tagFrom(network, 16), "Locked")
      })
    )
  )

  it.effect("are evaluated from every other network, also where amounts are closed", () =>
    inHouse(
      Effect.gen(function* () {
        yield* missed(5)
        yield* TestClock.adjust("2 days")
        yield* missed(5, 6)
        for (let n = 1; n <= 6; n++) yield* tagFrom(network, n)
        assert.strictEqual(yield* tagFrom(network, 7), "Locked")
        assert.strictEqual(yield* tagFrom("203.0.113.8", 7), "Refused")
        assert.strictEqual(yield* tagOf(claim.amount!), "Locked")
      })
    )
  )

  it.effect("are guessed twice from a network, where a hundred were guessed in a day", () =>
    inHouse(
      Effect.gen(function* () {
        for (let n = 1; n <= 100; n++) yield* tagFrom(`198.51.100.${n}`, n)
        assert.strictEqual(yield* tagFrom(network, 101), "Refused")
        assert.strictEqual(yield* tagFrom(network, 102), "Refused")
        assert.strictEqual(yield* tagFrom(network, 103), "Locked")
        yield* TestClock.adjust("15 minutes")
        assert.strictEqual(yield* tagFrom(network, 103), "Refused")
        yield* TestClock.adjust("24 hours")
        for (let n = 1; n <= 5; n++) assert.strictEqual(yield* tagFrom(network, 200 + n), "Refused")
      })
    )
  )

  it.effect("count once where one network gives the same again, and for each network that gives it", () =>
    inHouse(
      Effect.gen(function* () {
        for (let again = 0; again < 9; again++) assert.strictEqual(yield* tagFrom(network, 1), "Refused")
        for (let n = 2; n <= 5; n++) assert.strictEqual(yield* tagFrom(network, n), "Refused")
        assert.strictEqual(yield* tagFrom(network, 6), "Locked")
        for (let n = 1; n <= 5; n++) assert.strictEqual(yield* tagFrom("203.0.113.8", n), "Refused")
        assert.strictEqual(yield* tagFrom("203.0.113.8", 6), "Locked")
      })
    )
  )
})

it.effect("D-30 the same wrong amount counts once in a year too, on whatever day it is given again", () =>
  inHouse(
    Effect.gen(function* () {
      for (let day = 0; day < 12; day++) {
        assert.strictEqual(yield* tagOf(1), "Refused")
        yield* TestClock.adjust("2 days")
      }
      assert.strictEqual(yield* tagOf(claim.amount!), "Accepted")
    })
  )
)
