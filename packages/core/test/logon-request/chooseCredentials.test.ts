import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted } from "effect"
import { withBlocklist } from "../../src/rule-sets/withPolicy.ts"
import { MemoryHouse } from "../../src/testing/memory/MemoryHouse.ts"
import { sandboxRuleSet } from "../../src/testing/memoryLayer.ts"
import { typedPassword } from "../../src/testing/answersOf.ts"
import { answer, answerUpTo, inHouse, larry, reasonOf, typedBy } from "../visit.ts"

/** LARRY MO's logon step with something else typed in it. */
const chooses = Effect.fnUntraced(function* (change: Readonly<Record<string, string>>) {
  const key = yield* answerUpTo(larry, "logon")
  const { text } = typedBy(larry, "logon")
  return yield* answer(key, { step: "logon", text: { ...text, ...change } })
})

describe("a username that only the house can tell of", () => {
  const spellings = [
    { as: "as it is", username: "g.rossi" },
    { as: "in capitals", username: "G.ROSSI" },
    { as: "in full width", username: "ｇ.ｒｏｓｓｉ" }
  ]
  for (const { as, username } of spellings) {
    it.effect(`is told to be taken, typed ${as}`, () =>
      inHouse(
        Effect.gen(function* () {
          const reason = yield* reasonOf(chooses({ username }))
          assert.deepInclude(reason, { _tag: "Issues", step: "logon" })
          assert.deepStrictEqual(reason._tag === "Issues" && reason.issues.map(({ code, path }) => [path, code]), [
            ["username", "username-taken"]
          ])
        })
      )
    )
  }

  it.effect("is told to hold the person's own number, however it is parted", () =>
    inHouse(
      Effect.gen(function* () {
        const reason = yield* reasonOf(chooses({ username: "larry.900-12-6789" }))
        assert.deepInclude(reason._tag === "Issues" ? reason.issues[0] : undefined, {
          path: "username",
          code: "username-own-number"
        })
      })
    )
  )
})

describe("a common password", () => {
  const common = { password: "Password123", confirmPassword: "Password123" }

  it.effect("is taken by the rule set of the walk-through, which warns of it", () =>
    inHouse(
      Effect.gen(function* () {
        assert.strictEqual((yield* chooses(common)).step, "profile-access")
      })
    )
  )

  it.effect("is refused where the house says so", () =>
    inHouse(
      Effect.gen(function* () {
        const reason = yield* reasonOf(chooses(common))
        assert.deepInclude(reason._tag === "Issues" ? reason.issues[0] : undefined, {
          path: "password",
          code: "password-common"
        })
      }),
      [withBlocklist(sandboxRuleSet, "refusal")]
    )
  )
})

it.effect("password and secret answer are hashed at their step, and neither stays in the draft as typed", () =>
  inHouse(
    Effect.gen(function* () {
      const { requests } = yield* MemoryHouse
      yield* chooses({})
      const { logon } = [...requests.values()][0]!.draft.answers
      assert.strictEqual(Redacted.value(logon!.passwordHash), `not-a-hash:${typedPassword}`)
      assert.strictEqual(Redacted.value(logon!.secretAnswerHash), "not-a-hash:boston")
      assert.hasAllKeys(logon, ["username", "passwordHash", "secretQuestion", "secretAnswerHash"])
    })
  )
)
