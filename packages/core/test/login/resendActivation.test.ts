import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { logIn } from "../../src/login/logIn.ts"
import { resendActivation } from "../../src/login/resendActivation.ts"
import { existingPassword } from "../../src/testing/Person.ts"
import { typedPassword } from "../../src/testing/answersOf.ts"
import { MemoryHouse } from "../../src/testing/memory/MemoryHouse.ts"
import { inHouse, larry, logonOf, newestLink, reasonOf, secret, settleAs, submitAs } from "../visit.ts"

const resend = (password = typedPassword, username = "good.elmo") => resendActivation(username, secret(password))

describe("a new activation link", () => {
  it.effect("is mailed five times, each kills the one before, and not a sixth time", () =>
    inHouse(
      Effect.gen(function* () {
        const { notices } = yield* MemoryHouse
        yield* settleAs(larry)
        for (let sent = 1; sent <= 5; sent++) yield* resend()
        assert.deepStrictEqual(yield* reasonOf(resend()), { _tag: "ResendsUsedUp" })
        assert.deepStrictEqual(
          (yield* logonOf("good.elmo")).activationCodes.map(({ state }) => state),
          [...Array.from({ length: 5 }, () => "superseded"), "open"]
        )
        assert.strictEqual(notices.filter(({ kind }) => kind === "activation").length, 5)
      })
    )
  )

  it.effect("opens where the one before was too old", () =>
    inHouse(
      Effect.gen(function* () {
        yield* settleAs(larry)
        yield* TestClock.adjust("2 days")
        yield* resend()
        const presented = { activationCode: yield* newestLink, trustedDevices: [] }
        const { answer } = yield* logIn("good.elmo", secret(typedPassword), presented)
        assert.strictEqual(answer.status, "two_step_setup_required")
      })
    )
  )

  const refused = [
    { to: "a wrong password", ask: resend("Another2020") },
    { to: "nobody", ask: resend(typedPassword, "nobody") },
    { to: "a logon that works", ask: resend(existingPassword, "g.rossi") }
  ]
  for (const { ask, to } of refused) {
    it.effect(`is mailed to ${to} never, with the answer of a wrong password`, () =>
      inHouse(
        Effect.gen(function* () {
          yield* settleAs(larry)
          assert.deepStrictEqual(yield* reasonOf(ask), { _tag: "LogInFailed" })
        })
      )
    )
  }

  it.effect("is not mailed before approval", () =>
    inHouse(
      Effect.gen(function* () {
        yield* submitAs(larry)
        assert.deepStrictEqual(yield* reasonOf(resend()), { _tag: "LogInFailed" })
      })
    )
  )
})
