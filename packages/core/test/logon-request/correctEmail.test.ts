import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import { TestClock } from "effect/testing"
import { logIn } from "../../src/login/logIn.ts"
import type { Logon } from "../../src/logon/Logon.ts"
import { correctEmail } from "../../src/logon-request/correctEmail.ts"
import { typedPassword } from "../../src/testing/answersOf.ts"
import { MemoryHouse } from "../../src/testing/memory/MemoryHouse.ts"
import { standingOf } from "../../src/two-step/applySecondStep.ts"
import {
  answerUpTo,
  golden,
  inHouse,
  larry,
  newestLink,
  personOf,
  keys,
  logonOf,
  reasonOf,
  secret,
  settleAs,
  submitAs
} from "../visit.ts"

const corrected = {
  password: secret(typedPassword),
  email: "elmo@dor.state.ma.us",
  confirmEmail: "elmo@dor.state.ma.us"
}

const emailOf = (username: string) => Effect.map(logonOf(username), ({ profile }) => keys.open(profile).email)

describe("a wrong e-mail address", () => {
  it.effect("is corrected before approval, and the receipt is not mailed twice", () =>
    inHouse(
      Effect.gen(function* () {
        const { notices } = yield* MemoryHouse
        const { key } = yield* submitAs(larry)
        yield* correctEmail(key, corrected)
        assert.strictEqual(yield* emailOf("good.elmo"), corrected.email)
        assert.deepStrictEqual(
          notices.map(({ kind }) => kind),
          ["receipt", "email-corrected"]
        )
      })
    )
  )

  it.effect("is corrected after approval: a new link goes there, and the old one is dead", () =>
    inHouse(
      Effect.gen(function* () {
        const { notices } = yield* MemoryHouse
        const { key } = yield* settleAs(larry)
        const old = yield* newestLink
        yield* TestClock.adjust("1 hour")
        yield* correctEmail(key, corrected)
        const { activationCodes } = yield* logonOf("good.elmo")
        assert.deepStrictEqual(
          activationCodes.map(({ state }) => state),
          ["superseded", "open"]
        )
        assert.deepStrictEqual(activationCodes[1]?.expiresAt, DateTime.add(golden, { hours: 25 }))
        assert.strictEqual(notices.at(-1)?.kind, "activation")
        const stale = logIn("good.elmo", corrected.password, { activationCode: old, trustedDevices: [] })
        assert.deepStrictEqual(yield* reasonOf(stale), { _tag: "ActivationRequired", why: "superseded" })
      })
    )
  )

  it.effect(
    "that is corrected ends the log-in by the old link, which activates nothing even where it would go on",
    () =>
      inHouse(
        Effect.gen(function* () {
          const { key } = yield* settleAs(larry)
          yield* logIn("good.elmo", corrected.password, { activationCode: yield* newestLink, trustedDevices: [] })
          const standing = (logon: Logon) => standingOf(logon, keys, { sessionId: logon.sessions[0]!.id }, null)
          assert.isFalse(standing(yield* logonOf("good.elmo")).ofDeadLink)
          yield* TestClock.adjust("1 second")
          yield* correctEmail(key, corrected)
          const after = yield* logonOf("good.elmo")
          assert.isTrue(after.sessions.every(({ endedAt }) => endedAt !== null))
          const sessions = after.sessions.map((session) => ({ ...session, endedAt: null }))
          assert.isTrue(standing({ ...after, sessions }).ofDeadLink)
        })
      )
  )

  it.effect("stays where another password is typed", () =>
    inHouse(
      Effect.gen(function* () {
        const { key } = yield* submitAs(larry)
        const refused = correctEmail(key, { ...corrected, password: secret("Another2020") })
        assert.deepStrictEqual(yield* reasonOf(refused), { _tag: "PasswordRefused" })
        assert.strictEqual(yield* emailOf("good.elmo"), larry.wish.email)
      })
    )
  )

  const mistakes = [
    { what: "no address", typed: { email: "" }, path: "email", code: "email-missing" },
    { what: "no address at all", typed: { email: "elmo" }, path: "email", code: "email-malformed" },
    {
      what: "two addresses",
      typed: { confirmEmail: "elma@dor.state.ma.us" },
      path: "confirmEmail",
      code: "emails-differ"
    }
  ]
  for (const { code, path, typed, what } of mistakes) {
    it.effect(`typed as ${what} is told at its field`, () =>
      inHouse(
        Effect.gen(function* () {
          const { key } = yield* submitAs(larry)
          const reason = yield* reasonOf(correctEmail(key, { ...corrected, ...typed }))
          assert.deepInclude(reason._tag === "Issues" ? reason.issues[0] : undefined, { path, code })
        })
      )
    )
  }

  it.effect("typed twice in another case of its domain is one address", () =>
    inHouse(
      Effect.gen(function* () {
        const { key } = yield* submitAs(larry)
        yield* correctEmail(key, { ...corrected, confirmEmail: "elmo@DOR.state.MA.us" })
        assert.strictEqual(yield* emailOf("good.elmo"), corrected.email)
      })
    )
  )

  it.effect("is not corrected in a draft, for another's token, or once the request is at its end", () =>
    inHouse(
      Effect.gen(function* () {
        const draft = yield* answerUpTo(larry, "profile")
        assert.deepStrictEqual(yield* reasonOf(correctEmail(draft, corrected)), { _tag: "StepNotOpen" })
        const { key } = yield* settleAs(personOf("hal-hold"))
        assert.deepStrictEqual(yield* reasonOf(correctEmail(key, corrected)), { _tag: "StepNotOpen" })
        const another = { ...key, token: secret("another's") }
        assert.deepStrictEqual(yield* reasonOf(correctEmail(another, corrected)), { _tag: "NotFound" })
      })
    )
  )
})
