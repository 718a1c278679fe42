import { assert } from "@effect/vitest"
import { DateTime, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { Database } from "../../src/database/Database.ts"
import { rateLimitTable } from "../../src/database/verificationAttemptTable.ts"
import { forShared } from "../../src/limits/houseLimits.ts"
import { RateLimits, rateLimitsLayer } from "../../src/limits/RateLimits.ts"
import { digestsLayer } from "../../src/secrets/Digests.ts"
import { onBothDatabases } from "../database/onBothDatabases.ts"
import { testKeyring } from "../secrets/testKeyring.ts"

const five = { name: "five", uses: 5, window: "15 minutes" } as const

onBothDatabases("a limit", rateLimitsLayer.pipe(Layer.provide(digestsLayer), Layer.provide(testKeyring())), (it) => {
  it.effect("allows the fifth use and refuses the sixth, and says when the next is", () =>
    Effect.gen(function* () {
      const { use } = yield* RateLimits
      const now = yield* DateTime.now
      for (let at = 1; at <= 5; at++) assert.isTrue((yield* use(five, "a")).allowed)
      assert.deepStrictEqual(yield* use(five, "a"), {
        allowed: false,
        retryAt: DateTime.addDuration(now, "15 minutes")
      })
    })
  )

  it.effect("takes many uses at once, all of them or a refusal", () =>
    Effect.gen(function* () {
      const { use } = yield* RateLimits
      assert.isTrue((yield* use(five, "many", 3)).allowed)
      assert.isTrue((yield* use(five, "many", 2)).allowed)
      assert.isFalse((yield* use(five, "many")).allowed)
      assert.isFalse((yield* use(five, "more", 6)).allowed)
      assert.isTrue((yield* use(five, "all", 5)).allowed)
      assert.isFalse((yield* use(five, "all")).allowed)
    })
  )

  it.effect("opens again at the end of its window, not a millisecond before", () =>
    Effect.gen(function* () {
      const { use } = yield* RateLimits
      for (let at = 1; at <= 6; at++) yield* use(five, "b")
      yield* TestClock.adjust(15 * 60_000 - 1)
      assert.isFalse((yield* use(five, "b")).allowed)
      yield* TestClock.adjust(1)
      assert.isTrue((yield* use(five, "b")).allowed)
    })
  )

  it.effect("of one is not the limit of another, nor of the same one for something else", () =>
    Effect.gen(function* () {
      const { use } = yield* RateLimits
      for (let at = 1; at <= 6; at++) yield* use(five, "c")
      assert.isTrue((yield* use(five, "d")).allowed)
      assert.isTrue((yield* use({ ...five, name: "other" }, "c")).allowed)
    })
  )

  it.effect("lets exactly five of fifty through that come at once", () =>
    Effect.gen(function* () {
      const { use } = yield* RateLimits
      const all = yield* Effect.forEach(Array.from({ length: 50 }), () => use(five, "e"), { concurrency: "unbounded" })
      assert.strictEqual(all.filter(({ allowed }) => allowed).length, 5)
    })
  )

  it.effect("gives a shared network ten times as much", () =>
    Effect.gen(function* () {
      const { use } = yield* RateLimits
      for (let at = 1; at <= 50; at++) assert.isTrue((yield* use(forShared(five), "f")).allowed)
      assert.isFalse((yield* use(forShared(five), "f")).allowed)
    })
  )

  it.effect("that was made good begins anew", () =>
    Effect.gen(function* () {
      const { clear, use } = yield* RateLimits
      for (let at = 1; at <= 6; at++) yield* use(five, "g")
      yield* clear(five, "g")
      assert.isTrue((yield* use(five, "g")).allowed)
    })
  )

  it.effect("that is given back one use allows one more, whoever was refused meanwhile", () =>
    Effect.gen(function* () {
      const { giveBack, use } = yield* RateLimits
      for (let at = 1; at <= 9; at++) yield* use(five, "h")
      yield* giveBack(five, "h")
      assert.isTrue((yield* use(five, "h")).allowed)
      assert.isFalse((yield* use(five, "h")).allowed)
    })
  )

  it.effect("is never more than it says, however much is given back, now or after its window", () =>
    Effect.gen(function* () {
      const { giveBack, use } = yield* RateLimits
      const fill = Effect.forEach(Array.from({ length: 50 }), () => use(five, "i"), { concurrency: "unbounded" })
      yield* fill
      yield* Effect.forEach(Array.from({ length: 9 }), () => giveBack(five, "i"), { concurrency: "unbounded" })
      assert.strictEqual((yield* fill).filter(({ allowed }) => allowed).length, 5)
      yield* TestClock.adjust("15 minutes")
      yield* giveBack(five, "i")
      assert.strictEqual((yield* fill).filter(({ allowed }) => allowed).length, 5)
    })
  )

  it.effect("that slides is over so long after its last use", () =>
    Effect.gen(function* () {
      const { use } = yield* RateLimits
      const sliding = { ...five, name: "sliding", slides: true } as const
      for (let at = 1; at <= 5; at++) {
        yield* TestClock.adjust("10 minutes")
        assert.isTrue((yield* use(sliding, "j")).allowed)
      }
      yield* TestClock.adjust("15 minutes")
      assert.deepStrictEqual(yield* use(sliding, "j"), { allowed: true, left: 4 })
    })
  )

  it.effect("keeps nobody's address, and nothing after its window", () =>
    Effect.gen(function* () {
      const { purge, use } = yield* RateLimits
      const { run } = yield* Database
      yield* use(five, "198.51.100.7")
      assert.notInclude(JSON.stringify(yield* run((db) => db.select().from(rateLimitTable))), "198.51.100.7")
      yield* TestClock.adjust("1 day")
      yield* purge
      assert.deepStrictEqual(yield* run((db) => db.select().from(rateLimitTable)), [])
    })
  )
})
