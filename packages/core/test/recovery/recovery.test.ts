import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import { TestClock } from "effect/testing"
import { requestLetter } from "../../src/logon-request/requestLetter.ts"
import { whomToTell } from "../../src/logon-request/whomToTell.ts"
import { answerForgotten } from "../../src/recovery/answerForgotten.ts"
import { findRecoveryQuestion } from "../../src/recovery/findRecoveryQuestion.ts"
import { recoverPassword } from "../../src/recovery/answerForgotten.ts"
import { recoverUsername } from "../../src/recovery/answerForgotten.ts"
import { resetPassword } from "../../src/recovery/resetPassword.ts"
import { addWay } from "../../src/two-step/addTwoStepMethod.ts"
import { sandboxRuleSet } from "../../src/testing/memoryLayer.ts"
import { MemoryHouse } from "../../src/testing/memory/MemoryHouse.ts"
import { linkToken } from "../../src/testing/memory/memoryKeys.ts"
import { existingPassword } from "../../src/testing/Person.ts"
import { golden, happened, inHouse, keys, larry, logonOf, reasonOf, secret } from "../visit.ts"

/** The secret answer of every logon that is there before, as it is hashed. */
const answer = existingPassword.toLowerCase()

/** Asks for a link and answers the job; the newest link. */
const link = Effect.gen(function* () {
  const house = yield* MemoryHouse
  yield* recoverPassword("G.ROSSI")
  yield* answerForgotten(house.forgotten.at(-1)!.id)
  return linkToken((yield* logonOf("g.rossi")).passwordLinks.at(-1)!.id)
})

/** Gina Rossi's secret answer is one that a person could type. */
const withAnswer = Effect.gen(function* () {
  const { logons } = yield* MemoryHouse
  const logon = [...logons.values()].find(({ username }) => username === "g.rossi")!
  logons.set(logon.id, { ...logon, secretAnswerHash: secret(`not-a-hash:${answer}`) })
})

const reset = (token: ReturnType<typeof secret>, said = answer, password = "Harbor4Sails") =>
  resetPassword(token, { shown: { code: secret(said) }, newPassword: secret(password) })

describe("somebody who forgot", () => {
  it.effect("has what was typed kept for a job, whoever has it, and wiped by it", () =>
    inHouse(
      Effect.gen(function* () {
        const { events, forgotten } = yield* MemoryHouse
        yield* recoverUsername("nobody@example.net")
        yield* recoverUsername("G.Rossi@example.com")
        assert.deepStrictEqual([forgotten.length, events.length], [2, 0])
        for (const { id } of forgotten) yield* answerForgotten(id)
        assert.deepStrictEqual(yield* happened, ["UsernameReminded"])
        assert.deepStrictEqual(
          forgotten.map(({ typed }) => typed),
          [null, null]
        )
      })
    )
  )

  it.effect("gets a link that a newer one kills, three in an hour", () =>
    inHouse(
      Effect.gen(function* () {
        for (let n = 1; n <= 5; n++) yield* link
        assert.deepStrictEqual(
          (yield* logonOf("g.rossi")).passwordLinks.map(({ state }) => state),
          ["superseded", "superseded", "open"]
        )
        yield* TestClock.adjust("1 hour")
        yield* link
        assert.lengthOf((yield* logonOf("g.rossi")).passwordLinks, 4)
      })
    )
  )
})

describe("a reset", () => {
  it.effect("wants the link and the answer, sets the password and ends the link", () =>
    inHouse(
      Effect.gen(function* () {
        yield* withAnswer
        const token = yield* link
        assert.strictEqual((yield* findRecoveryQuestion(token)).proof, "secret-question")
        yield* reset(token)
        assert.strictEqual((yield* reasonOf(reset(token)))._tag, "LinkRefused")
        assert.deepStrictEqual(yield* happened, [
          "PasswordLinkIssued",
          "PasswordReset",
          "ProfileChanged",
          "OthersLoggedOut"
        ])
      })
    )
  )

  it.effect("a wrong answer is stored before it is told, and the third ends the link", () =>
    inHouse(
      Effect.gen(function* () {
        yield* withAnswer
        const token = yield* link
        for (let n = 1; n <= 3; n++) assert.strictEqual((yield* reasonOf(reset(token, "no")))._tag, "AnswerRefused")
        assert.strictEqual((yield* reasonOf(reset(token)))._tag, "LinkRefused")
      })
    )
  )

  it.effect("five wrong answers in a day close it until the fifth-last is a day old, to the instant", () =>
    inHouse(
      Effect.gen(function* () {
        yield* withAnswer
        const first = yield* link
        for (let n = 1; n <= 3; n++) yield* reasonOf(reset(first, "no"))
        const second = yield* link
        for (let n = 1; n <= 2; n++) yield* reasonOf(reset(second, "no"))
        const locked = yield* reasonOf(reset(second))
        assert.deepStrictEqual(locked, { _tag: "RecoveryLocked", retryAt: DateTime.add(golden, { hours: 24 }) })
        yield* TestClock.adjust("24 hours")
        yield* reset(yield* link)
      })
    )
  )

  it.effect("a link that is none, used or too old has one answer", () =>
    inHouse(
      Effect.gen(function* () {
        yield* withAnswer
        const token = yield* link
        yield* TestClock.adjust("30 minutes")
        const reasons = [yield* reasonOf(reset(token)), yield* reasonOf(reset(secret("link:of nobody")))]
        assert.deepStrictEqual(reasons, [{ _tag: "LinkRefused" }, { _tag: "LinkRefused" }])
      })
    )
  )
})

describe("a letter", () => {
  it.effect("is mailed once, whoever asks again, and to nobody who is not on file", () =>
    inHouse(
      Effect.gen(function* () {
        const { letters } = yield* MemoryHouse
        const before = letters.size
        yield* requestLetter("SSN", secret(larry.id))
        yield* requestLetter("SSN", secret(larry.id))
        yield* requestLetter("SSN", secret("900129999"))
        assert.strictEqual(letters.size, before + 1)
        assert.deepStrictEqual(yield* happened, ["LetterAsked", "LetterMailed", "LetterAsked", "LetterAsked"])
      })
    )
  )

  it.effect("is not made where no letter can go", () =>
    inHouse(
      Effect.gen(function* () {
        const { letters, post } = yield* MemoryHouse
        const before = letters.size
        post.delivers = false
        yield* requestLetter("SSN", secret(larry.id))
        assert.strictEqual(letters.size, before)
        assert.deepStrictEqual(yield* happened, ["LetterAsked"])
      })
    )
  )

  it("D-26 about a new logon goes to the address before as well, for 30 days after it changed", () => {
    const contact = {
      name: "LARRY MO",
      address: ["1 New Street"],
      formerAddress: ["2 Old Street"],
      addressChangedOn: "2020-11-01",
      emails: ["one@example.com", "one@example.com"]
    }
    const lines = (iso: string) => whomToTell(contact, DateTime.makeUnsafe(iso), sandboxRuleSet.policy).letters.length
    assert.deepStrictEqual([lines("2020-11-30T23:59:59.999Z"), lines("2020-12-01T00:00:00Z")], [2, 1])
    assert.deepStrictEqual(whomToTell(contact, golden, sandboxRuleSet.policy).emails, ["one@example.com"])
  })
})

describe("a passkey as the second proof", () => {
  /** Gina Rossi has no secret question, and a passkey. */
  const withPasskey = Effect.gen(function* () {
    const { logons } = yield* MemoryHouse
    const logon = yield* logonOf("g.rossi")
    const passkey = addWay(logon, { ...keys, makeId: () => "passkey-1" }, { kind: "passkey", target: null }, golden)
    const methods = passkey.logon.methods.map((way) => ({ ...way, confirmedAt: golden }))
    logons.set(logon.id, { ...logon, methods, secretAnswerHash: null })
  })
  const sign = (token: ReturnType<typeof secret>, signs: unknown) =>
    resetPassword(token, { shown: { credential: { signs } }, newPassword: secret("Harbor4Sails") })
  const challengeOf = (token: ReturnType<typeof secret>) =>
    Effect.map(findRecoveryQuestion(token), ({ options }) => options?.["challenge"])

  it.effect("D-47 is the newest challenge of the link, signed in time; what is wrong counts as a wrong answer", () =>
    inHouse(
      Effect.gen(function* () {
        yield* withPasskey
        const before = yield* challengeOf(yield* link)
        const token = yield* link
        const older = yield* challengeOf(token)
        assert.strictEqual((yield* reasonOf(sign(token, before)))._tag, "AnswerRefused")
        const newest = yield* challengeOf(token)
        assert.strictEqual((yield* reasonOf(sign(token, older)))._tag, "AnswerRefused")
        yield* sign(token, newest)
        assert.deepStrictEqual((yield* happened).slice(2), [
          "RecoveryAnswerMissed",
          "RecoveryAnswerMissed",
          "PasswordReset",
          "ProfileChanged",
          "OthersLoggedOut"
        ])
      })
    )
  )

  it.effect("is asked of whoever has no secret question only, and is no answer to one", () =>
    inHouse(
      Effect.gen(function* () {
        yield* withPasskey
        yield* withAnswer
        const token = yield* link
        assert.isUndefined(yield* challengeOf(token))
        assert.strictEqual((yield* reasonOf(sign(token, "anything")))._tag, "AnswerRefused")
      })
    )
  )

  it.effect("is too late at the instant at which the challenge is over", () =>
    inHouse(
      Effect.gen(function* () {
        yield* withPasskey
        const token = yield* link
        const challenge = yield* challengeOf(token)
        yield* TestClock.adjust("5 minutes")
        assert.strictEqual((yield* reasonOf(sign(token, challenge)))._tag, "AnswerRefused")
      })
    )
  )
})
