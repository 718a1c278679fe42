import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { logIn } from "../../src/login/logIn.ts"
import { requireSession } from "../../src/login/requireSession.ts"
import { existingPassword } from "../../src/testing/Person.ts"
import { typedPassword } from "../../src/testing/answersOf.ts"
import { memorySecurityCode } from "../../src/testing/memory/memoryKeys.ts"
import { liveMethods } from "../../src/two-step/methodsOf.ts"
import { addTwoStepMethod } from "../../src/two-step/addTwoStepMethod.ts"
import { confirmSecurityCode } from "../../src/two-step/confirmSecurityCode.ts"
import type { Challenge } from "../../src/two-step/Challenge.ts"
import { sendSecurityCode } from "../../src/two-step/sendSecurityCode.ts"
import { happened, inHouse, keys, larry, listOf, newestLink, reasonOf, secret, settleAs } from "../visit.ts"

/** The challenge of whoever a token belongs to. */
const challengeOf = (token: Redacted.Redacted | null) =>
  Effect.map(requireSession(token, "password"), ({ id, level, logonId, passwordAt }): Challenge => ({
    sessionId: id,
    level,
    logonId,
    passwordAt,
    browser: { name: { browser: "firefox", system: "linux" }, isKnown: true }
  }))

const tokenOf = (loggingIn: ReturnType<typeof logIn>) =>
  Effect.map(loggingIn, ({ answer, tokens }) => ({ answer, token: tokens.session }))

const logLarryIn = Effect.gen(function* () {
  yield* settleAs(larry)
  const presented = { activationCode: yield* newestLink, trustedDevices: [] }
  const { token } = yield* tokenOf(logIn("good.elmo", secret(typedPassword), presented))
  return { token, challenge: yield* challengeOf(token) }
})

const logGinaIn = (trustedDevice: Redacted.Redacted | null = null) =>
  tokenOf(
    logIn("g.rossi", secret(existingPassword), {
      activationCode: null,
      trustedDevices: trustedDevice === null ? [] : [trustedDevice]
    })
  )

/** Gina after her password, with a code on its way. */
const ginaWithCode = Effect.gen(function* () {
  const { answer, token } = yield* logGinaIn()
  const challenge = yield* challengeOf(token)
  yield* sendSecurityCode(challenge, answer.methods![0]!.id)
  return { challenge, token, methodId: answer.methods![0]!.id }
})

const codeOf = (challenge: Challenge) =>
  Effect.map(
    listOf(({ codes }) => codes),
    (sent) =>
      memorySecurityCode(
        sent.findLast(({ sessionId, state }) => sessionId === challenge.sessionId && state === "open")!.id
      )
  )

/** The way of an id, of whichever logon, as long as it was not removed. */
const wayOf = (id: string) => Effect.map(listOf(liveMethods), (ways) => ways.find((way) => way.id === id))

describe("setting up two-step verification", () => {
  it.effect("R-32 the two-step e-mail address need not be the profile's", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge } = yield* logLarryIn
        const { method } = yield* addTwoStepMethod(challenge, "email", "elmo@dor.state.ma.us")
        const way = yield* wayOf(method.id)
        assert.strictEqual(Redacted.value(keys.open(way!.target)), "elmo@dor.state.ma.us")
        assert.isNull(way!.confirmedAt)
        assert.notStrictEqual(method.target, larry.wish.email)
      })
    )
  )

  it.effect("confirms the method by the code that was sent, and raises the session under a new token", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge, token } = yield* logLarryIn
        const { id } = (yield* addTwoStepMethod(challenge, "email", "elmo@dor.state.ma.us")).method
        const { session, trustedDevice } = yield* confirmSecurityCode(challenge, yield* codeOf(challenge), true)
        assert.isNotNull((yield* wayOf(id))?.confirmedAt)
        assert.isNull(trustedDevice)
        assert.strictEqual((yield* requireSession(session, "two-step")).level, "two-step")
        assert.deepStrictEqual(yield* reasonOf(requireSession(token, "password")), { _tag: "NotLoggedIn" })
      })
    )
  )

  it.effect("takes the place of an address that was never confirmed", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge } = yield* logLarryIn
        const { id } = (yield* addTwoStepMethod(challenge, "email", "elma@dor.state.ma.us")).method
        yield* TestClock.adjust("30 seconds")
        yield* addTwoStepMethod(challenge, "email", "elmo@dor.state.ma.us")
        assert.isUndefined(yield* wayOf(id))
      })
    )
  )

  it.effect("adds no second method by the password alone", () =>
    inHouse(
      Effect.gen(function* () {
        const { token } = yield* logGinaIn()
        const adding = addTwoStepMethod(yield* challengeOf(token), "email", "thief@example.net")
        assert.deepStrictEqual(yield* reasonOf(adding), { _tag: "SecondStepFirst" })
      })
    )
  )

  const refused = [
    { what: "an address that is none", kind: "email", target: "elmo", tag: "Issue" },
    { what: "a number that is none", kind: "sms", target: "617", tag: "Issue" }
  ] as const
  for (const { kind, tag, target, what } of refused) {
    it.effect(`with ${what}: ${tag}`, () =>
      inHouse(
        Effect.gen(function* () {
          const { challenge } = yield* logLarryIn
          assert.strictEqual((yield* reasonOf(addTwoStepMethod(challenge, kind, target)))._tag, tag)
        })
      )
    )
  }
})

describe("a code at log-in", () => {
  it.effect("opens the session, and trusts the browser where that was asked", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge } = yield* ginaWithCode
        const tokens = yield* confirmSecurityCode(challenge, yield* codeOf(challenge), true)
        yield* requireSession(tokens.session, "two-step")
        assert.strictEqual((yield* logGinaIn(tokens.trustedDevice)).answer.status, "logged_in")
        yield* TestClock.adjust("30 days")
        assert.strictEqual((yield* logGinaIn(tokens.trustedDevice)).answer.status, "security_code_required")
      })
    )
  )

  it.effect("is used once", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge } = yield* ginaWithCode
        const code = yield* codeOf(challenge)
        yield* confirmSecurityCode(challenge, code, false)
        assert.deepStrictEqual(yield* reasonOf(confirmSecurityCode(challenge, code, false)), { _tag: "CodeRefused" })
      })
    )
  )

  it.effect("is dead once a newer one is sent", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge, methodId } = yield* ginaWithCode
        const old = yield* codeOf(challenge)
        yield* TestClock.adjust("30 seconds")
        yield* sendSecurityCode(challenge, methodId)
        assert.deepStrictEqual(yield* reasonOf(confirmSecurityCode(challenge, old, false)), { _tag: "CodeRefused" })
        yield* confirmSecurityCode(challenge, yield* codeOf(challenge), false)
      })
    )
  )

  it.effect("is good for the session that asked for it only", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge } = yield* ginaWithCode
        const code = yield* codeOf(challenge)
        const { token } = yield* logGinaIn()
        const other = confirmSecurityCode(yield* challengeOf(token), code, false)
        assert.deepStrictEqual(yield* reasonOf(other), { _tag: "CodeRefused" })
      })
    )
  )

  it.effect("that can be no code is told so, and costs no try", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge } = yield* ginaWithCode
        for (const typed of ["", "40053", "abcdef"]) {
          assert.strictEqual((yield* reasonOf(confirmSecurityCode(challenge, secret(typed), false)))._tag, "Issue")
        }
        assert.notInclude(yield* happened, "SecurityCodeMissed")
      })
    )
  )

  it.effect("is refused after five misses, even when it is right, and ten over two codes lock the logon", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge, methodId } = yield* ginaWithCode
        const miss = reasonOf(confirmSecurityCode(challenge, secret("000000"), false))
        for (let tries = 0; tries < 5; tries++) assert.deepStrictEqual(yield* miss, { _tag: "CodeRefused" })
        const right = confirmSecurityCode(challenge, yield* codeOf(challenge), false)
        assert.deepStrictEqual(yield* reasonOf(right), { _tag: "CodeRefused" })
        yield* TestClock.adjust("30 seconds")
        yield* sendSecurityCode(challenge, methodId)
        for (let tries = 0; tries < 4; tries++) yield* miss
        assert.strictEqual((yield* miss)._tag, "CodeLocked")
        yield* TestClock.adjust("15 minutes")
        assert.strictEqual((yield* miss)._tag, "CodeRefused")
      })
    )
  )

  it.effect("goes to a method of its own logon only", () =>
    inHouse(
      Effect.gen(function* () {
        const { challenge } = yield* ginaWithCode
        const [another] = yield* listOf((logon) => (logon.id === challenge.logonId ? [] : liveMethods(logon)))
        assert.deepStrictEqual(yield* reasonOf(sendSecurityCode(challenge, another!.id)), { _tag: "MethodNotFound" })
      })
    )
  )
})
