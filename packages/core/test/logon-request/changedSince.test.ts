import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { findLogonRequest } from "../../src/logon-request/findLogonRequest.ts"
import type { LogonRequestKey } from "../../src/logon-request/LogonRequest.ts"
import { submitLogonRequest } from "../../src/logon-request/submitLogonRequest.ts"
import { PasswordHasher } from "../../src/logon/PasswordHasher.ts"
import { TaxpayerRecords } from "../../src/taxpayer/TaxpayerRecords.ts"
import { answer, answerUpTo, inHouse, larry, personOf, reasonOf, typedBy } from "../visit.ts"

const rita = personOf("rita-refund")

/** The records, while somebody does something else with the same request. */
const whileLookingUp = <R>(meanwhile: Effect.Effect<unknown, unknown, R>) =>
  Effect.gen(function* () {
    const records = yield* TaxpayerRecords
    const context = yield* Effect.context<R>()
    const aside = Effect.orDie(Effect.provideContext(meanwhile, context))
    return TaxpayerRecords.of({
      ...records,
      find: (taxpayer, now) => Effect.tap(records.find(taxpayer, now), () => aside)
    })
  })

/** Hashing, while somebody does something else with the same request. */
const whileHashing = <R>(meanwhile: Effect.Effect<unknown, unknown, R>) =>
  Effect.gen(function* () {
    const hasher = yield* PasswordHasher
    const context = yield* Effect.context<R>()
    const aside = Effect.orDie(Effect.provideContext(meanwhile, context))
    return PasswordHasher.of({ ...hasher, hash: (secret) => Effect.tap(hasher.hash(secret), () => aside) })
  })

const changeNumber = (key: LogonRequestKey) => answer(key, typedBy(rita, "taxpayer-id"))

describe("D-29 what was decided on a draft that has changed since", () => {
  it.effect("is not stored: the proof of one number never lands on a draft that names another", () =>
    inHouse(
      Effect.gen(function* () {
        const key = yield* answerUpTo(larry, "tax-amount")
        const records = yield* whileLookingUp(changeNumber(key))
        const given = answer(key, typedBy(larry, "tax-amount")).pipe(Effect.provideService(TaxpayerRecords, records))
        assert.deepStrictEqual(yield* reasonOf(given), { _tag: "StepNotOpen" })
        assert.strictEqual((yield* findLogonRequest(key)).step, "tax-amount")
      })
    )
  )

  it.effect("is not submitted: the PIN that is shown is the one that was hashed", () =>
    inHouse(
      Effect.gen(function* () {
        const key = yield* answerUpTo(larry)
        const { step, text } = typedBy(larry, "profile")
        const hasher = yield* whileHashing(answer(key, { step, text: { ...text, pin: "4321" } }))
        const submitted = submitLogonRequest(key).pipe(Effect.provideService(PasswordHasher, hasher))
        assert.deepStrictEqual(yield* reasonOf(submitted), { _tag: "StepNotOpen" })
        assert.strictEqual((yield* submitLogonRequest(key)).pin, "4321")
      })
    )
  )
})
