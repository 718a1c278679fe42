import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { findLogonRequest } from "../../src/logon-request/findLogonRequest.ts"
import { submitLogonRequest } from "../../src/logon-request/submitLogonRequest.ts"
import { MemoryHouse } from "../../src/testing/memory/MemoryHouse.ts"
import type { Person } from "../../src/testing/Person.ts"
import { answer, answerUpTo, happened, inHouse, larry, personOf, reasonOf, submitAs, typedBy } from "../visit.ts"

/** The same taxpayer under another username. */
const again = (person: Person, username: string): Person => ({ ...person, wish: { ...person.wish, username } })

describe("submit", () => {
  it.effect("gives LARRY MO the receipt of the walk-through, PIN and all", () =>
    inHouse(
      Effect.gen(function* () {
        const { receipt } = yield* submitAs(larry)
        assert.deepStrictEqual(receipt, {
          confirmationNumber: "0-704-061-440",
          submittedAt: "2020-11-20T18:55:15.000Z",
          username: "good.elmo",
          pin: "1234",
          role: { role: "MasterAdministrator", scope: "all" }
        })
      })
    )
  )

  it.effect("again gives the same receipt without the PIN, and makes nothing more", () =>
    inHouse(
      Effect.gen(function* () {
        const { grants, logons, notices } = yield* MemoryHouse
        const { key, receipt } = yield* submitAs(larry)
        const before = [grants.length, logons.size, notices.length]
        yield* TestClock.adjust("1 minute")
        const { pin: _, ...withoutPin } = receipt as typeof receipt & { readonly pin: string }
        assert.deepStrictEqual<unknown>(yield* submitLogonRequest(key), withoutPin)
        assert.deepStrictEqual([grants.length, logons.size, notices.length], before)
      })
    )
  )

  it.effect("keeps the PIN hashed, and reserves username and role", () =>
    inHouse(
      Effect.gen(function* () {
        const { grants, logons } = yield* MemoryHouse
        yield* submitAs(larry)
        const logon = [...logons.values()].at(-1)!
        assert.strictEqual(logon.status, "reserved")
        assert.strictEqual(Redacted.value(logon.pinHash), "not-a-hash:1234")
        assert.notProperty(logon.profile, "pin")
        assert.deepInclude(grants.at(-1), { logonId: logon.id, role: "MasterAdministrator", state: "reserved" })
      })
    )
  )

  it.effect("before the summary is not open", () =>
    inHouse(
      Effect.gen(function* () {
        const early = yield* answerUpTo(larry, "terms")
        assert.deepStrictEqual(yield* reasonOf(submitLogonRequest(early)), { _tag: "StepNotOpen" })
        const earlier = yield* answerUpTo(larry, "profile")
        assert.deepStrictEqual(yield* reasonOf(submitLogonRequest(earlier)), { _tag: "StepNotOpen" })
      })
    )
  )

  it.effect("after an answer that erased the proof is not open", () =>
    inHouse(
      Effect.gen(function* () {
        const key = yield* answerUpTo(larry)
        yield* answer(key, typedBy(larry, "taxpayer-id"))
        assert.deepStrictEqual(yield* reasonOf(submitLogonRequest(key)), { _tag: "StepNotOpen" })
      })
    )
  )

  it.effect("tells of it once, and leaves a receipt to send", () =>
    inHouse(
      Effect.gen(function* () {
        const { notices } = yield* MemoryHouse
        const { key } = yield* submitAs(larry)
        assert.strictEqual((yield* happened).filter((tag) => tag === "LogonRequestSubmitted").length, 1)
        assert.deepStrictEqual(notices, [{ kind: "receipt", subjectId: key.id }])
        assert.strictEqual((yield* findLogonRequest(key)).confirmationNumber, "0-704-061-440")
      })
    )
  )
})

describe("what may have changed since its step", () => {
  it.effect("is the role: who submits second is no Master Administrator, whatever was forecast", () =>
    inHouse(
      Effect.gen(function* () {
        const slow = yield* answerUpTo(larry)
        yield* submitAs(again(larry, "quick.elmo"))
        assert.strictEqual((yield* findLogonRequest(slow)).role?.role, "MasterAdministrator")
        const receipt = yield* submitLogonRequest(slow)
        assert.deepStrictEqual(receipt.role, { role: "TaxAdministrator", scope: "personal-income-tax" })
      })
    )
  )

  it.effect("is the username: who submits second is asked for another, and nothing is stored", () =>
    inHouse(
      Effect.gen(function* () {
        const { grants, logons } = yield* MemoryHouse
        const rita = again(personOf("rita-refund"), "GOOD.ELMO")
        const slow = yield* answerUpTo(rita)
        yield* submitAs(larry)
        const before = [grants.length, logons.size]
        const reason = yield* reasonOf(submitLogonRequest(slow))
        assert.deepInclude(reason, { _tag: "Issues", step: "logon" })
        assert.deepStrictEqual([grants.length, logons.size], before)
        yield* answer(slow, typedBy(again(rita, "rita"), "logon"))
        assert.strictEqual((yield* submitLogonRequest(slow)).username, "rita")
      })
    )
  )

  it.effect("is the letter: one that is not held any more proves nothing", () =>
    inHouse(
      Effect.gen(function* () {
        const { letters } = yield* MemoryHouse
        const key = yield* answerUpTo(personOf("lena-letter"))
        letters.set("L0000000001", { ...letters.get("L0000000001")!, state: "superseded" })
        assert.deepStrictEqual(yield* reasonOf(submitLogonRequest(key)), { _tag: "VerificationFailed" })
      })
    )
  )

  it.effect("is not the amount: it is not asked again", () =>
    inHouse(
      Effect.gen(function* () {
        const { records } = yield* MemoryHouse
        const key = yield* answerUpTo(larry)
        const before = records.lookUps
        records.available = false
        yield* submitLogonRequest(key)
        assert.strictEqual(records.lookUps, before)
      })
    )
  )

  it.effect("a letter is used by submit, and proves nobody after it", () =>
    inHouse(
      Effect.gen(function* () {
        const lena = personOf("lena-letter")
        const { letters } = yield* MemoryHouse
        yield* submitAs(lena)
        assert.strictEqual(letters.get("L0000000001")?.state, "used")
        assert.deepStrictEqual(yield* reasonOf(answerUpTo(again(lena, "lena.two"))), { _tag: "VerificationFailed" })
      })
    )
  )
})
