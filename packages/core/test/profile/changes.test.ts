import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { changePassword } from "../../src/profile/changePassword.ts"
import { changePin } from "../../src/profile/changePin.ts"
import { changeProfile } from "../../src/profile/changeProfile.ts"
import { changeSecretQuestion } from "../../src/profile/changeSecretQuestion.ts"
import { confirmEmail } from "../../src/profile/confirmEmail.ts"
import { decideLockable, lockRegistration } from "../../src/profile/lockRegistration.ts"
import { decideOpenable, openAmounts } from "../../src/profile/openAmounts.ts"
import { VerificationAttempts } from "../../src/verification/VerificationAttempts.ts"
import type { OwnRole } from "../../src/profile/RegistrationLocks.ts"
import { enterNotMeCode } from "../../src/recovery/enterNotMeCode.ts"
import { MemoryHouse } from "../../src/testing/memory/MemoryHouse.ts"
import { openSession } from "../../src/logon/openSession.ts"
import { requireSession } from "../../src/login/requireSession.ts"
import { linkToken, memoryKeys, memoryNotMeCode } from "../../src/testing/memory/memoryKeys.ts"
import { sandboxRuleSet } from "../../src/testing/memoryLayer.ts"
import { existingPassword } from "../../src/testing/Person.ts"
import { golden, happened, inHouse, keys, logonOf, reasonOf, secret } from "../visit.ts"

/** Gina Rossi, who has a logon, with a session that has just begun and another of hers elsewhere. */
const gina = Effect.gen(function* () {
  const house = yield* MemoryHouse
  const { id: logonId } = yield* logonOf("g.rossi")
  const keysOf = memoryKeys(house.makeId)
  const begin = () => {
    const since = { level: "two-step", state: "open", passwordAt: golden, deviceId: null } as const
    const session = { ...since, expiresAt: DateTime.add(golden, { hours: 12 }) }
    const opened = openSession(house.logons.get(logonId)!, keysOf, session, golden)
    house.logons.set(logonId, opened.logon)
    return opened.token
  }
  const own = yield* requireSession(begin(), "two-step")
  const other = yield* requireSession(begin(), "two-step")
  const now = () => house.logons.get(logonId)!
  return { house, logonId, own, other, now, profile: () => keys.open(now().profile) }
})

const rules = { pin: { id: sandboxRuleSet.id, hash: "" }, policy: sandboxRuleSet.policy, ask: sandboxRuleSet.ask }

const newPassword = (text: string) => ({ newPassword: secret(text), confirmPassword: secret(text) })
const issues = (reason: { readonly _tag: string }) =>
  "issues" in reason ? (reason.issues as ReadonlyArray<{ readonly code: string }>).map(({ code }) => code) : reason._tag

describe("a part of a profile", () => {
  it.effect("changes at once, and its code puts back that part and closes the logon", () =>
    inHouse(
      Effect.gen(function* () {
        const { now, own, profile } = yield* gina
        yield* changeProfile(own, { name: "GINA BIANCHI" })
        assert.strictEqual(profile().name, "GINA BIANCHI")
        yield* enterNotMeCode(
          secret(Redacted.value(memoryNotMeCode(now().notMeCodes[0]!.id)).match(/.{4}/gu)!.join(" - "))
        )
        assert.deepStrictEqual([profile().name, now().status], ["GINA ROSSI", "frozen"])
        assert.deepStrictEqual(yield* happened, [
          "ProfileChanged",
          "ChangeUndone",
          "LogonFrozen",
          "RoleSuspended",
          "ContestBegun",
          "LetterMailed"
        ])
      })
    )
  )

  it.effect("that stays as it is is no change", () =>
    inHouse(
      Effect.gen(function* () {
        const { own } = yield* gina
        yield* changeProfile(own, { name: " GINA ROSSI " })
        assert.deepStrictEqual(yield* happened, [])
      })
    )
  )
})

describe("D-48 a name or a phone", () => {
  it.effect("takes a recent password as an address does; a language takes none", () =>
    inHouse(
      Effect.gen(function* () {
        const { own, profile } = yield* gina
        yield* TestClock.adjust("20 minutes")
        for (const typed of [{ name: "GINA BIANCHI" }, { phoneNumber: "(617) 555-0199" }, { phoneType: "work" }])
          assert.strictEqual((yield* reasonOf(changeProfile(own, typed)))._tag, "PasswordRequired")
        assert.strictEqual(profile().name, "GINA ROSSI")
        yield* changeProfile(own, { name: "GINA ROSSI", locale: "en" })
        yield* TestClock.setTime(DateTime.toEpochMillis(golden) + 20 * 60_000 - 1)
        yield* changeProfile(own, { name: "GINA BIANCHI" })
        assert.strictEqual(profile().name, "GINA BIANCHI")
      })
    )
  )
})

describe("a new address", () => {
  it.effect("takes a recent password, and the instant at which 20 minutes are over is too late", () =>
    inHouse(
      Effect.gen(function* () {
        const { own } = yield* gina
        const typed = { email: "new@example.org", confirmEmail: "new@example.org" }
        yield* TestClock.adjust("20 minutes")
        assert.strictEqual((yield* reasonOf(changeProfile(own, typed)))._tag, "PasswordRequired")
        yield* TestClock.setTime(DateTime.toEpochMillis(golden) + 20 * 60_000 - 1)
        assert.isTrue((yield* changeProfile(own, typed)).emailLinkSent)
      })
    )
  )

  it.effect("counts with its link, for 24 hours, and ends the links that were mailed before", () =>
    inHouse(
      Effect.gen(function* () {
        const { now, own, profile } = yield* gina
        yield* changeProfile(own, { email: "new@example.org", confirmEmail: "new@example.org" })
        const link = linkToken(now().emailLinks[0]!.id)
        yield* TestClock.adjust("24 hours")
        assert.strictEqual((yield* reasonOf(confirmEmail(own, link)))._tag, "LinkRefused")
        yield* TestClock.setTime(DateTime.toEpochMillis(golden) + 24 * 3_600_000 - 1)
        assert.strictEqual((yield* confirmEmail(own, link)).email, "new@example.org")
        assert.strictEqual(profile().email, "new@example.org")
        assert.strictEqual((yield* reasonOf(confirmEmail(own, link)))._tag, "LinkRefused")
      })
    )
  )
})

describe("a new password", () => {
  it.effect("ends the sessions elsewhere, and is none of the last five", () =>
    inHouse(
      Effect.gen(function* () {
        const { now, other, own } = yield* gina
        assert.deepStrictEqual(issues(yield* reasonOf(changePassword(own, newPassword(existingPassword)))), [
          "password-reused"
        ])
        yield* changePassword(own, newPassword("Harbor4Sails"))
        const ended = now().sessions.map(({ endedAt, id }) => [id, endedAt !== null])
        assert.deepStrictEqual(ended, [
          [own.id, false],
          [other.id, true]
        ])
        assert.deepStrictEqual(issues(yield* reasonOf(changePassword(own, newPassword(existingPassword)))), [
          "password-reused"
        ])
      })
    )
  )
})

describe("PIN, secret question, registration", () => {
  it.effect("each want a recent password", () =>
    inHouse(
      Effect.gen(function* () {
        const { own } = yield* gina
        yield* TestClock.adjust("20 minutes")
        const question = { secretQuestion: "first-pet", secretAnswer: secret("Rex") }
        const tags = [
          (yield* reasonOf(changePin(own, secret("2580"))))._tag,
          (yield* reasonOf(changeSecretQuestion(own, question)))._tag,
          (yield* reasonOf(lockRegistration(own, true)))._tag
        ]
        assert.deepStrictEqual(tags, ["PasswordRequired", "PasswordRequired", "PasswordRequired"])
      })
    )
  )

  it("registration is closed by a Master Administrator who stands on a letter, never on an amount, and by nobody else", () => {
    const may = (role: OwnRole["role"], evidence: OwnRole["evidence"], days: number, contested = false) =>
      decideLockable([{ role, evidence, contested, effectiveAt: DateTime.subtract(golden, { days }) }], rules, golden)
        .length === 1
    assert.deepStrictEqual(
      [
        may("MasterAdministrator", "amount", 13),
        may("MasterAdministrator", "amount", 14),
        may("MasterAdministrator", "letterId", 0),
        may("TaxAdministrator", "letterId", 100),
        may("MasterAdministrator", "letterId", 100, true)
      ],
      [false, false, true, false, false]
    )
  })

  it("D-30 amounts are opened by a role that stands on a letter, uncontested, and 90 days after the last opening", () => {
    const may = (
      evidence: OwnRole["evidence"],
      daysAgo: number | null,
      contested = false,
      role: OwnRole["role"] = "MasterAdministrator"
    ) => {
      const amountsOpenedAt = daysAgo === null ? null : DateTime.subtract(golden, { days: daysAgo })
      return decideOpenable([{ role, evidence, contested, effectiveAt: golden, amountsOpenedAt }], rules, golden)
    }
    const given = [
      may("letterId", null),
      may("letterId", 90),
      may("letterId", null, false, "TaxAdministrator"),
      may("letterId", 89),
      may("letterId", null, true),
      may("amount", null),
      may("lineItem", 100)
    ]
    assert.deepStrictEqual(
      given.map(({ length }) => length === 1),
      [true, true, true, false, false, false, false]
    )
  })

  it.effect("D-30 what failed before an opening counts for its day, and no more for the year", () =>
    inHouse(
      Effect.gen(function* () {
        const { house, own } = yield* gina
        const taxpayer = { idType: "SSN", digits: secret("900123002") } as const
        const reserve = (said: string) =>
          Effect.gen(function* () {
            const now = yield* DateTime.now
            const day = DateTime.subtract(now, { hours: 24 })
            return yield* (yield* VerificationAttempts).reserve({
              taxpayer,
              kind: "amount",
              network: "",
              said: secret(said),
              now,
              windowFrom: { amount: day, letter: day, lately: now },
              yearFrom: DateTime.subtract(now, { days: 365 }),
              limit: 5
            })
          })
        yield* reserve("1")
        yield* reserve("2")
        const at = house.grants.findIndex(({ logonId }) => logonId === own.logonId)
        house.grants[at] = { ...house.grants[at]!, evidence: "letterId" }
        yield* TestClock.adjust("1 minute")
        yield* openAmounts(own)
        assert.deepStrictEqual([...house.amountsOpened.keys()], ["900123002"])
        const { failures } = yield* reserve("3")
        assert.deepInclude(failures, { amountFailures: 2, amountFailuresInYear: 0 })
        assert.deepInclude((yield* reserve("4")).failures, { amountFailures: 3, amountFailuresInYear: 1 })
        assert.strictEqual((yield* reasonOf(openAmounts(own)))._tag, "NothingToOpen")
        assert.deepStrictEqual(yield* happened, ["AmountsOpened"])
      })
    )
  )

  it.effect("a number that is closed is held, and opened again it is not", () =>
    inHouse(
      Effect.gen(function* () {
        const { house, own } = yield* gina
        house.grants.forEach((grant, at) => {
          if (grant.logonId === own.logonId) house.grants[at] = { ...grant, evidence: "letterId" }
        })
        yield* lockRegistration(own, true)
        assert.deepStrictEqual([...house.closed.keys()], ["900123002"])
        yield* lockRegistration(own, false)
        assert.strictEqual(house.closed.size, 0)
        assert.deepStrictEqual(yield* happened, ["RegistrationClosed", "RegistrationOpened"])
      })
    )
  )
})
