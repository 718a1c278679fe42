import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { logIn } from "../../src/login/logIn.ts"
import { logOut } from "../../src/login/logOut.ts"
import { requireSession } from "../../src/login/requireSession.ts"
import { existingPassword } from "../../src/testing/Person.ts"
import { happened, inHouse, reasonOf, secret } from "../visit.ts"

const minute = 60_000
const notLoggedIn = { _tag: "NotLoggedIn" }

const logGinaIn = Effect.map(
  logIn("g.rossi", secret(existingPassword), { activationCode: null, trustedDevices: [] }),
  ({ tokens }) => tokens.session
)

describe("a session", () => {
  it.effect("of the password is enough for the second step alone", () =>
    inHouse(
      Effect.gen(function* () {
        const token = yield* logGinaIn
        assert.strictEqual((yield* requireSession(token, "password")).level, "password")
        assert.deepStrictEqual(yield* reasonOf(requireSession(token, "two-step")), notLoggedIn)
      })
    )
  )

  it.effect("is needed: no token, and nobody's, open nothing", () =>
    inHouse(
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* reasonOf(requireSession(null, "password")), notLoggedIn)
        assert.deepStrictEqual(yield* reasonOf(requireSession(secret("nobody's"), "password")), notLoggedIn)
      })
    )
  )

  it.effect("lasts fifteen minutes from one call to the next, to the instant", () =>
    inHouse(
      Effect.gen(function* () {
        const token = yield* logGinaIn
        yield* TestClock.adjust(15 * minute - 1)
        yield* requireSession(token, "password")
        yield* TestClock.adjust(15 * minute - 1)
        yield* requireSession(token, "password")
        yield* TestClock.adjust(15 * minute)
        assert.deepStrictEqual(yield* reasonOf(requireSession(token, "password")), notLoggedIn)
      })
    )
  )

  it.effect("lasts twelve hours in all, to the instant, however busy", () =>
    inHouse(
      Effect.gen(function* () {
        const token = yield* logGinaIn
        for (let calls = 0; calls < 71; calls++) {
          yield* TestClock.adjust(10 * minute)
          yield* requireSession(token, "password")
        }
        yield* TestClock.adjust(10 * minute - 1)
        yield* requireSession(token, "password")
        yield* TestClock.adjust(1)
        assert.deepStrictEqual(yield* reasonOf(requireSession(token, "password")), notLoggedIn)
      })
    )
  )

  it.effect("ends at log out, once", () =>
    inHouse(
      Effect.gen(function* () {
        const token = yield* logGinaIn
        const session = yield* requireSession(token, "password")
        yield* logOut(session)
        yield* logOut(session)
        assert.deepStrictEqual(yield* reasonOf(requireSession(token, "password")), notLoggedIn)
        assert.strictEqual((yield* happened).filter((tag) => tag === "LoggedOut").length, 1)
      })
    )
  )
})
