import * as Arbitrary from "effect/Arbitrary"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import { factsSchemas } from "../../packages/core/src/questions/factsSchemas.ts"
import { questionIds } from "../../packages/core/src/questions/questionIds.ts"
import type { PolicyInForce } from "../../packages/core/src/questions/policySheet.ts"
import type { FactsOf, QuestionId } from "../../packages/core/src/questions/questionIds.ts"
import { atTheEdges, withMoreTexts } from "./oracle/atTheEdges.ts"
import type { Tree } from "./oracle/atTheEdges.ts"
import { disagreements } from "./oracle/disagreement.ts"
import { seeds } from "./oracle/seeds.ts"
import { choice, tied } from "./oracle/tiedClaim.ts"
import { questionSpaces } from "./questionSpaces.ts"

const choices = Arbitrary.array(Arbitrary.schema(choice), { minLength: 23, maxLength: 23 })

const words = Schema.Array(
  Schema.Literals([
    "Abc",
    "x",
    "9",
    "good",
    ".elmo",
    "900126789",
    "-",
    " ",
    "\u00a0",
    "é",
    "е",
    "ß",
    "😀",
    "\u200b",
    "\u3164",
    "\u2800",
    "Ω",
    "ＡＢ",
    "１２",
    "longer-than-that",
    "\ud800"
  ])
).check(Schema.isMaxLength(8))
const texts = Arbitrary.map(Arbitrary.schema(words), (parts) => parts.join(""))

/** Tied together by hand, or made of texts. */
const special = ["verification", "logon-request", "username", "password"] as const
type Spaced = Exclude<QuestionId, (typeof special)[number]>
const spaced = Object.keys(questionIds).filter((id): id is Spaced => !special.some((one) => one === id))

describe.each(seeds)("the rules say what an oracle of plain loops says, with seed %i", (seed) => {
  test("verification", async () => {
    const generated = Arbitrary.all({ facts: Arbitrary.schema(factsSchemas.verification), by: choices })
    expect(await disagreements("verification", seed, generated, ({ by, facts }) => tied(facts, by))).toEqual([])
  }, 120_000)

  test("logon-request", async () => {
    const generated = Arbitrary.all({ facts: Arbitrary.schema(factsSchemas["logon-request"]), by: choices })
    const factsOf = (
      { by, facts }: { facts: FactsOf<"logon-request">; by: ReadonlyArray<number> },
      { policy }: { policy: PolicyInForce }
    ) => ({
      ...atTheEdges({ access: facts.access }, questionSpaces(policy).terms, by),
      ...tied(facts, by)
    })
    expect(await disagreements("logon-request", seed, generated, factsOf)).toEqual([])
  }, 120_000)

  test("username", async () => {
    const generated = Arbitrary.all({ facts: Arbitrary.schema(factsSchemas.username), text: texts })
    const factsOf = ({ facts, text }: { facts: FactsOf<"username">; text: string }) => ({
      username: {
        ...facts.username,
        text: text.length % 5 === 0 ? facts.username.text : text,
        ownNumber: facts.username.taken ? null : "900126789"
      }
    })
    expect(await disagreements("username", seed, generated, factsOf)).toEqual([])
  }, 60_000)

  test("password", async () => {
    const generated = Arbitrary.all({ facts: Arbitrary.schema(factsSchemas.password), text: texts, username: texts })
    const factsOf = ({ facts, text, username }: { facts: FactsOf<"password">; text: string; username: string }) => ({
      password: {
        ...facts.password,
        text,
        confirm: text.length % 4 === 0 ? facts.password.confirm : text,
        username: username.length % 3 === 0 ? text.slice(0, 6) : username.length % 3 === 1 ? text : username
      }
    })
    expect(await disagreements("password", seed, generated, factsOf)).toEqual([])
  }, 60_000)

  test.each(spaced)(
    "%s",
    async (question) => {
      const generated = Arbitrary.all({
        facts: Arbitrary.schema(factsSchemas[question] as unknown as Schema.Codec<Tree>),
        by: choices
      })
      expect(
        await disagreements(question, seed, generated, ({ by, facts }, { policy }) =>
          atTheEdges(facts, withMoreTexts(questionSpaces(policy)[question]), by)
        )
      ).toEqual([])
    },
    60_000
  )
})
