import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { requestLetter } from "../../src/logon-request/requestLetter.ts"
import { askLetterCode, decideLetterCode, enterLetterCode } from "../../src/profile/enterLetterCode.ts"
import { lockRegistration } from "../../src/profile/lockRegistration.ts"
import { taxpayerKey } from "../../src/taxpayer/taxpayerKey.ts"
import { MemoryHouse } from "../../src/testing/memory/MemoryHouse.ts"
import { openSession } from "../../src/logon/openSession.ts"
import { requireSession } from "../../src/login/requireSession.ts"
import { memoryKeys } from "../../src/testing/memory/memoryKeys.ts"
import { memoryLayer, sandboxRuleSet } from "../../src/testing/memoryLayer.ts"
import { golden, happened, larry, people, personOf, reasonOf, secret } from "../visit.ts"
import type { TaxpayerAccess } from "../../src/access/TaxpayerAccess.ts"
import type { OwnRole } from "../../src/profile/RegistrationLocks.ts"

const gina = personOf("gina-has-logon")

/** Runs in a house that was opened this moment: its roles are as new. */
const whileHeld = <A, E, R>(visit: Effect.Effect<A, E, R>) =>
  Effect.andThen(
    TestClock.setTime(DateTime.toEpochMillis(golden)),
    Effect.provide(visit, memoryLayer(people, [sandboxRuleSet]))
  )

/** Gina Rossi, Master Administrator by an amount, with a session that has just begun. */
const session = Effect.gen(function* () {
  const house = yield* MemoryHouse
  const { id: logonId } = [...house.logons.values()].find(({ username }) => username === "g.rossi")!
  const opened = openSession(
    house.logons.get(logonId)!,
    memoryKeys(house.makeId),
    {
      level: "two-step",
      state: "open",
      expiresAt: DateTime.add(golden, { hours: 12 }),
      passwordAt: golden,
      deviceId: null
    },
    golden
  )
  house.logons.set(logonId, opened.logon)
  return yield* requireSession(opened.token, "two-step")
})

/** The letter ID of the letter that was mailed to a number. */
const letterTo = Effect.fnUntraced(function* (digits: string) {
  yield* requestLetter("SSN", secret(digits))
  const { letters } = yield* MemoryHouse
  return [...letters.values()].findLast((letter) => letter.owner === taxpayerKey("SSN", digits))!.letterId
})

describe("D-25 the letter code of a Master Administrator who proved with an amount", () => {
  it.effect("ends the hold at once, uses the letter up and is written down", () =>
    whileHeld(
      Effect.gen(function* () {
        const own = yield* session
        assert.strictEqual((yield* reasonOf(lockRegistration(own, true)))._tag, "NothingToLock")
        assert.deepStrictEqual(yield* askLetterCode(own.logonId), { needed: true, possible: true, holdDays: 14 })
        const letterId = yield* letterTo(gina.id)
        yield* enterLetterCode(own, secret(letterId.toLowerCase()), "203.0.113.7")
        assert.isFalse((yield* askLetterCode(own.logonId)).needed)
        assert.deepStrictEqual(yield* lockRegistration(own, true), { locked: true })
        const { attempts, decisions, letters } = yield* MemoryHouse
        assert.strictEqual(letters.get(letterId)?.state, "used")
        assert.strictEqual(decisions.size, 1)
        assert.deepStrictEqual(
          [...attempts.values()].map(({ kind, state }) => [kind, state]),
          [["letter", "freed"]]
        )
        assert.deepStrictEqual((yield* happened).slice(-2), ["LetterCodeEntered", "RegistrationClosed"])
        assert.strictEqual(
          (yield* reasonOf(enterLetterCode(own, secret(letterId), "203.0.113.7")))._tag,
          "NothingToConfirm"
        )
      })
    )
  )

  it.effect("is refused alike whether it is nobody's or somebody else's, and counts against the own number", () =>
    whileHeld(
      Effect.gen(function* () {
        const own = yield* session
        const others = yield* letterTo(larry.id)
        const wrong = [others, "L0000009991", "L0000009992", "L0000009993", "L0000009994"]
        for (const letterId of wrong)
          assert.deepStrictEqual(yield* reasonOf(enterLetterCode(own, secret(letterId), "203.0.113.7")), {
            _tag: "LetterRefused"
          })
        const { attempts } = yield* MemoryHouse
        assert.deepStrictEqual([...new Set([...attempts.values()].map(({ owner }) => owner))], [gina.id])
        const letterId = yield* letterTo(gina.id)
        assert.deepStrictEqual(yield* reasonOf(enterLetterCode(own, secret(letterId), "203.0.113.7")), {
          _tag: "Locked",
          retryAt: DateTime.add(golden, { minutes: 15 })
        })
      })
    )
  )

  it.effect("that is none costs no attempt, and a password of long ago is asked again", () =>
    whileHeld(
      Effect.gen(function* () {
        const own = yield* session
        for (const typed of ["", "L123"])
          assert.strictEqual(
            (yield* reasonOf(enterLetterCode(own, secret(typed), "203.0.113.7")))._tag,
            "ProfileIssues"
          )
        assert.strictEqual((yield* MemoryHouse).attempts.size, 0)
        yield* TestClock.adjust("21 minutes")
        assert.strictEqual(
          (yield* reasonOf(enterLetterCode(own, secret("L0000009991"), "203.0.113.7")))._tag,
          "PasswordRequired"
        )
      })
    )
  )

  const role = { role: "MasterAdministrator", evidence: "amount", effectiveAt: golden, contested: false } as const
  const contested = { ...role, contested: true }
  const onALetter = { ...contested, evidence: "letterId" } as const
  const accessOf = ({ contested: isOpen, evidence }: OwnRole): TaxpayerAccess => ({
    accesses: [{ grantId: "grant", logonId: "logon", role: "MasterAdministrator", evidence, state: "effective" }],
    contest: isOpen ? { openSince: golden, endedBy: "letter" } : null
  })
  const rules = { ask: sandboxRuleSet.ask }
  it.each([
    { what: "a letter that went meanwhile", role, letterIsLive: false, says: "LetterRefused" },
    { what: "a role that ended meanwhile", role: null, letterIsLive: true, says: "NothingToConfirm" },
    {
      what: "a role confirmed meanwhile",
      role: { ...role, evidence: "letterId" as const },
      letterIsLive: true,
      says: "NothingToConfirm"
    },
    { what: "a role on an amount, a live letter", role, letterIsLive: true, says: "confirmed" },
    {
      what: "a role on an amount beside another on an amount, a live letter",
      role,
      besides: "amount" as const,
      letterIsLive: true,
      says: "settled"
    },
    {
      what: "a role on an amount beside one that waits for its first log-in",
      role,
      besides: "waiting" as const,
      letterIsLive: true,
      says: "confirmed"
    },
    { what: "a contest among amounts, any letter", role: contested, letterIsLive: true, says: "settled" },
    {
      what: "a contest about a letter, one mailed before",
      role: onALetter,
      letterIsLive: true,
      letterMailedAt: DateTime.subtract(golden, { milliseconds: 1 }),
      says: "LetterRefused"
    },
    {
      what: "a contest about a letter, one mailed after",
      role: onALetter,
      letterIsLive: true,
      letterMailedAt: DateTime.add(golden, { hours: 1 }),
      says: "settled"
    }
  ])("$what: $says", ({ besides, letterIsLive, letterMailedAt = golden, role: held, says }) => {
    const { accesses, contest } = accessOf(held ?? role)
    const other = { grantId: "other", logonId: "other", role: "TaxAdministrator", evidence: "amount" } as const
    const state = besides === "waiting" ? "waiting" : "effective"
    const access = { accesses: besides === undefined ? accesses : [...accesses, { ...other, state } as const], contest }
    const decided = decideLetterCode({ access, letterIsLive, letterMailedAt, role: held }, rules)
    assert.strictEqual(Result.isSuccess(decided) ? decided.success.next : decided.failure._tag, says)
  })
})
