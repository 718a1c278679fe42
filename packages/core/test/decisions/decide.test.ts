import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { expect, expectTypeOf, test } from "vitest"
import type { AccessFacts, ProcessingFacts } from "../../src/access/accessFacts.ts"
import { decide } from "../../src/decisions/decide.ts"
import { factsSchemas } from "../../src/questions/factsSchemas.ts"
import { questionIds } from "../../src/questions/questionIds.ts"
import type { FactsOf, QuestionId } from "../../src/questions/questionIds.ts"
import { questions } from "../../src/questions/questions.ts"
import { readKnowledge } from "../../src/questions/readKnowledge.ts"
import { memoryRuleSets } from "../../src/testing/memory/memoryRuleSets.ts"
import { RuleSets } from "../../src/questions/RuleSets.ts"
import { sandbox } from "../outcomeOf.ts"
import { claiming, larry } from "../verification/larry.ts"

const asked = (question: QuestionId, facts: unknown) =>
  decide(question, facts).pipe(
    Effect.provideServiceEffect(RuleSets, memoryRuleSets([{ ...sandbox, effective: { from: "1960-01-01" } }]))
  )

describe("the front door", () => {
  it.effect("answers JSON with the rule set in force", () =>
    Effect.gen(function* () {
      const facts: unknown = JSON.parse(JSON.stringify(larry))
      assert.deepStrictEqual(yield* asked("verification", facts), { _tag: "Accepted", grant: "verified" })
      const refused = yield* asked("verification", JSON.parse(JSON.stringify(claiming({ amount: 0 }))))
      assert.strictEqual("rule" in refused && refused.rule.id, "R-08")
    })
  )

  it.effect("knows nothing that it was not told, and says so", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* asked("verification", {}))._tag, "NeedsFacts")
      assert.strictEqual((yield* asked("role", { access: { masterExists: true } }))._tag, "NeedsFacts")
    })
  )

  it.effect("fails with the paths of all that is no fact, and without a value", () =>
    Effect.gen(function* () {
      const secret = "900126789"
      const error = yield* asked("verification", {
        claim: { id: 900126789, accountType: secret, [secret]: 1, kind: "horoscope", Rosebud: secret, 1234: secret },
        record: { today: secret, returns: [{}] },
        [`x${secret}`]: {},
        rosebud: {}
      }).pipe(Effect.flip)
      assert.strictEqual(error._tag, "FactsError")
      for (const typed of [secret, "1234", "osebud"]) assert.notInclude(JSON.stringify(error), typed)
      const said = error.issues.map(({ code, path }) => `${path} ${code}`)
      for (const line of [
        "claim.id wrong-type",
        "claim.kind wrong-type",
        "claim.? unexpected",
        "? unexpected",
        "record.today out-of-range",
        "record.returns.0.form missing"
      ]) {
        assert.include(said, line)
      }
    })
  )

  it.effect("refuses what is no object at all", () =>
    Effect.gen(function* () {
      for (const facts of [null, 7, "facts", []])
        assert.strictEqual((yield* asked("terms", facts).pipe(Effect.flip))._tag, "FactsError")
    })
  )
})

test("each question has an id, a schema of its facts, and no fact that its schema leaves out", () => {
  for (const [id, name] of Object.entries(questionIds)) {
    const question = questions[name]
    expect(question.id).toBe(id)
    const { fields } = factsSchemas[id as QuestionId]
    const paths = Object.entries(fields).flatMap(([subject, { fields }]) =>
      Object.keys(fields).map((fact) => `${subject}.${fact}`)
    )
    expect(paths.sort(), id).toEqual(Object.keys(question.sheet).sort())
  }
  expect(Object.keys(questions).sort()).toEqual(Object.values(questionIds).sort())
})

test("the schemas read exactly the facts that the rules read", () => {
  type Read<I extends QuestionId> = (typeof factsSchemas)[I]["Type"]
  expectTypeOf<Read<"verification">>().toEqualTypeOf<FactsOf<"verification">>()
  expectTypeOf<Read<"username">>().toEqualTypeOf<FactsOf<"username">>()
  expectTypeOf<Read<"password">>().toEqualTypeOf<FactsOf<"password">>()
  expectTypeOf<Read<"secret-question">>().toEqualTypeOf<FactsOf<"secret-question">>()
  expectTypeOf<Read<"profile">>().toEqualTypeOf<FactsOf<"profile">>()
  expectTypeOf<Read<"role">>().toEqualTypeOf<AccessFacts>()
  expectTypeOf<Read<"processing">>().toEqualTypeOf<ProcessingFacts>()
  expectTypeOf<Read<"contest">>().toEqualTypeOf<FactsOf<"contest">>()
  expectTypeOf<Read<"granting">>().toEqualTypeOf<FactsOf<"granting">>()
  expectTypeOf<Read<"mailed-link">>().toEqualTypeOf<FactsOf<"mailed-link">>()
  expectTypeOf<Read<"recovery">>().toEqualTypeOf<FactsOf<"recovery">>()
  expectTypeOf<Read<"letter-request">>().toEqualTypeOf<FactsOf<"letter-request">>()
  expectTypeOf<Read<"activation-code">>().toEqualTypeOf<FactsOf<"activation-code">>()
  expectTypeOf<Read<"security-code">>().toEqualTypeOf<FactsOf<"security-code">>()
  expectTypeOf<Read<"app-code">>().toEqualTypeOf<FactsOf<"app-code">>()
  expectTypeOf<Read<"recovery-code">>().toEqualTypeOf<FactsOf<"recovery-code">>()
  expectTypeOf<Read<"passkey">>().toEqualTypeOf<FactsOf<"passkey">>()
  expectTypeOf<Read<"two-step-method">>().toEqualTypeOf<FactsOf<"two-step-method">>()
  expectTypeOf<Read<"trusted-device">>().toEqualTypeOf<FactsOf<"trusted-device">>()
  expectTypeOf<Read<"log-in-tries">>().toEqualTypeOf<FactsOf<"log-in-tries">>()
  expectTypeOf<Read<"session">>().toEqualTypeOf<FactsOf<"session">>()
  expect(readKnowledge("username", { username: { text: "good.elmo" } })._tag).toBe("Success")
})
