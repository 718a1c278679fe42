import { assert } from "@effect/vitest"
import { LogonRequests, requestLetter, submitLogonRequest } from "@mtc-logon/core/logon-request"
import type { LogonRequestDraft, LogonRequestKey } from "@mtc-logon/core/logon-request"
import { TaxpayerRecords } from "@mtc-logon/core/taxpayer"
import { existingPassword } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { sql } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import { TestClock } from "effect/testing"
import { Database } from "../../src/database/Database.ts"
import { postLayer } from "../../src/channels/postLayer.ts"
import { seedPeople } from "../../src/dev/seedPeople.ts"
import { lettersLayer } from "../../src/store/lettersLayer.ts"
import { onBothDatabases } from "../database/onBothDatabases.ts"
import { atGolden, atOnce, golden, openAtSummary, personOf, proofBy, stores } from "./stores.ts"

const larry = personOf("larry-mo")

/** Owners on numbers of their own, each with a letter that was mailed twenty days ago. */
const owners = Array.from({ length: 20 }, (_, last): Person => {
  const at = String(last).padStart(2, "0")
  const letters = [{ letterId: `L00000077${at}`, kind: "sign-up", mailedOn: "2020-10-31", state: "live" } as const]
  return { ...larry, id: `9001258${at}`, wish: { ...larry.wish, username: `owner.${at}` }, letters }
})
let used = 0

/** An owner with six letters, a day between each and the next. */
const racer: Person = {
  ...larry,
  id: "900125899",
  letters: Array.from({ length: 6 }, (_, at) => {
    return { letterId: `L000000760${at}`, kind: "sign-up", mailedOn: `2020-11-0${at + 1}`, state: "live" } as const
  })
}

const withPost = Layer.fresh(lettersLayer).pipe(Layer.provide(postLayer([() => Effect.void])))
const withoutPost = Layer.fresh(lettersLayer).pipe(Layer.provide(postLayer()))

const ask = ({ id }: Person, letters = withPost) =>
  requestLetter("SSN", Redacted.make(id)).pipe(Effect.provide(letters))

/** Each letter of an owner with its state, oldest first. */
const lettersOf = ({ id, idType }: Person, now = golden) =>
  Effect.gen(function* () {
    const { letters } = yield* (yield* TaxpayerRecords).find({ idType, digits: Redacted.make(id) }, now)
    return letters.toSorted((a, b) => b.ageDays - a.ageDays)
  })
const statesOf = (owner: Person, now = golden) =>
  Effect.map(lettersOf(owner, now), (letters) => letters.map(({ state }) => state))

const changeTo = (key: LogonRequestKey, next: (draft: LogonRequestDraft) => LogonRequestDraft | "cancelled") =>
  Effect.flatMap(LogonRequests, ({ change }) =>
    change(key, golden, (draft) => Result.succeed({ next: next(draft), events: [], answer: undefined }))
  )
const prove = (key: LogonRequestKey, letterId: string) =>
  changeTo(key, (draft) => ({ ...draft, proof: proofBy(letterId) }))
const cancel = (key: LogonRequestKey) => changeTo(key, () => "cancelled")

const reasonOf = <A, E extends { readonly _tag: string }, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.flip(effect), (error) => ("reason" in error ? (error.reason as { _tag: string })._tag : error._tag))

/** How many transactions waited for each other and lost. */
const deadlocks = Effect.gen(function* () {
  const { run } = yield* Database
  const counted = sql`select deadlocks::int as count from pg_stat_database where datname = current_database()`
  const { rows } = (yield* run((db) => db.execute(counted))) as unknown as {
    readonly rows: ReadonlyArray<{ readonly count: number }>
  }
  return rows[0]!.count
})

/** An owner with two letters out, the older mailed before and the newer asked for now. */
const withTwoLetters = Effect.gen(function* () {
  const owner = owners[used++]!
  yield* ask(owner)
  const [older, newer] = yield* lettersOf(owner)
  return { owner, older: older!.letterId, newer: newer!.letterId }
})

onBothDatabases("letters", stores, (it) => {
  const setup = Effect.andThen(atGolden, seedPeople([...owners, racer], existingPassword))

  it.effect(
    "D-07 a letter that somebody asks for leaves the one that a request holds, which is used by its submit",
    () =>
      Effect.gen(function* () {
        yield* setup
        const owner = owners[used++]!
        const key = yield* openAtSummary(owner)
        yield* prove(key, owner.letters[0]!.letterId)
        yield* ask(owner)
        assert.deepStrictEqual(yield* statesOf(owner), ["reserved", "live"])
        yield* submitLogonRequest(key)
        assert.deepStrictEqual(yield* statesOf(owner), ["used", "live"])
      })
  )

  it.effect(
    "D-07 the older letter lives until the newer one is proved, and not after it, whatever becomes of that",
    () =>
      Effect.gen(function* () {
        const { newer, older, owner } = yield* withTwoLetters
        const [first, second] = [yield* openAtSummary(owner), yield* openAtSummary(owner)]
        yield* prove(first, older)
        yield* cancel(first)
        assert.deepStrictEqual(yield* statesOf(owner), ["live", "live"])
        yield* prove(second, newer)
        assert.deepStrictEqual(yield* statesOf(owner), ["superseded", "reserved"])
        yield* cancel(second)
        assert.deepStrictEqual(yield* statesOf(owner), ["superseded", "live"])
        assert.strictEqual(yield* reasonOf(prove(yield* openAtSummary(owner), older)), "VerificationFailed")
      })
  )

  it.effect("D-07 the newer letter takes the place of the older in a request that is not submitted", () =>
    Effect.gen(function* () {
      const { newer, older, owner } = yield* withTwoLetters
      const [first, second] = [yield* openAtSummary(owner), yield* openAtSummary(owner)]
      yield* prove(first, older)
      yield* prove(second, newer)
      assert.strictEqual(yield* reasonOf(submitLogonRequest(first)), "VerificationFailed")
      yield* cancel(first)
      assert.deepStrictEqual(yield* statesOf(owner), ["superseded", "reserved"])
    })
  )

  it.effect("D-32 a letter that was used is not free again by a denial once a newer one was proved", () =>
    Effect.gen(function* () {
      const { newer, older, owner } = yield* withTwoLetters
      const [first, second] = [yield* openAtSummary(owner), yield* openAtSummary(owner, "owner.again")]
      yield* prove(first, older)
      yield* submitLogonRequest(first)
      yield* prove(second, newer)
      const { changeSubmitted } = yield* LogonRequests
      yield* changeSubmitted(first.id, golden, (state) =>
        Result.succeed({
          next: { ...state, status: "denied" },
          events: [{ _tag: "LogonRequestDenied" }],
          answer: undefined
        })
      )
      assert.deepStrictEqual(yield* statesOf(owner), ["superseded", "reserved"])
    })
  )

  it.effect("D-07 the newer letter of one taxpayer leaves another's alone, of the same nine digits too", () =>
    Effect.gen(function* () {
      const { newer, owner } = yield* withTwoLetters
      const firm: Person = {
        ...owner,
        idType: "FEIN",
        letters: [{ ...owner.letters[0]!, letterId: `L1${owner.id}` }]
      }
      yield* seedPeople([firm], existingPassword)
      yield* prove(yield* openAtSummary(owner), newer)
      assert.deepStrictEqual(yield* statesOf(firm), ["live"])
    })
  )

  it.effect("D-07 where no letter can go, none is made and every other lives", () =>
    Effect.gen(function* () {
      const owner = owners[used++]!
      yield* ask(owner, withoutPost)
      assert.deepStrictEqual(yield* statesOf(owner), ["live"])
      yield* ask(owner)
      assert.deepStrictEqual(yield* statesOf(owner), ["live", "live"])
    })
  )

  it.effect("D-62 of letters that are asked for never more than three are out, the older dead by their age", () =>
    Effect.gen(function* () {
      const owner = owners[used++]!
      const living = Effect.gen(function* () {
        const letters = yield* lettersOf(owner, yield* DateTime.now)
        return letters.filter(({ ageDays, state }) => state === "live" && ageDays < 90).length
      })
      let most = 0
      for (let n = 1; n <= 12; n++) {
        yield* TestClock.adjust("14 days")
        yield* ask(owner)
        most = Math.max(most, yield* living)
      }
      assert.strictEqual(most, 3)
      yield* atGolden
    })
  )

  it.effect("D-07 proofs by letters of one taxpayer at once leave the newest held, by one, without a deadlock", () =>
    Effect.gen(function* () {
      const owner = racer
      const keys = yield* Effect.forEach(Array.from({ length: 48 }), (_, at) => openAtSummary(owner, `raced.${at}`))
      const proofs = yield* atOnce(keys.length, (at) => prove(keys[at]!, owner.letters[at % 6]!.letterId))
      const byNewest = proofs.filter((_, at) => at % 6 === 5)
      assert.strictEqual(byNewest.filter(Result.isSuccess).length, 1)
      const dead = Array.from({ length: 5 }, () => "superseded")
      assert.deepStrictEqual(yield* statesOf(owner), [...dead, "reserved"])
      const proved = keys.filter((_, at) => Result.isSuccess(proofs[at]!))
      const submits = yield* atOnce(proved.length, (at) => submitLogonRequest(proved[at]!))
      assert.strictEqual(submits.filter(Result.isSuccess).length, 1)
      assert.deepStrictEqual(yield* statesOf(owner), [...dead, "used"])
      assert.strictEqual(yield* deadlocks, 0)
    })
  )

  it.effect("D-07 requests for letters at once make one", () =>
    Effect.gen(function* () {
      const owner = owners[used++]!
      const results = yield* atOnce(20, () => ask(owner))
      for (const result of results) assert.isTrue(Result.isSuccess(result))
      assert.deepStrictEqual(yield* statesOf(owner), ["live", "live"])
    })
  )
})
