import { Effect } from "effect"
import * as Arbitrary from "effect/Arbitrary"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import { askedIn } from "../../packages/core/src/decisions/decide.ts"
import { factsSchemas } from "../../packages/core/src/decisions/factsSchemas.ts"
import type { FactsOf } from "../../packages/core/src/decisions/questionIds.ts"
import { ruleSets } from "../../packages/core/src/rule-sets/ruleSets.ts"
import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import { withIdRanges, withPolicy } from "../../packages/core/src/rule-sets/withPolicy.ts"
import { oracle } from "./oracle.ts"
import type { OracleQuestion } from "./oracle.ts"

type Facts = FactsOf<"verification">

const choices = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 999 }))
const pick = <T>(from: ReadonlyArray<T>, by: number): T => from[by % from.length]!

const ids = ["900126789", "666123456", "900896789", "001234567", "123456789", "12345678", "9001267890", "90012678x"]
const days = ["2020-11-20", "2020-11-19", "2020-10-31", "2020-10-30", "2019-05-01", "2021-01-01"]
const periods = ["2019-12-31", "2018-12-31", "2017-12-31", "2016-12-31", "2015-12-31"]

/** What a schema generates meets a record by chance only: this ties claim and record together, and leaves the rest as it came. */
const tied = (facts: Facts, by: ReadonlyArray<number>): Facts => {
  const at = (i: number) => by[i % by.length]!
  const amounts = [10_000, 20_049, 20_050, 30_000, 0, -500]
  const lines = (i: number) => ({
    incomeTaxAfterCredits: pick(amounts, at(i)),
    refund: pick(amounts, at(i + 1)),
    amountDue: pick([...amounts, null], at(i + 2)),
    lineItem: pick([...amounts, 20_000, 20_100], at(i + 3))
  })
  const returns = facts.record.returns.slice(0, 8).map((filed, i) => ({
    ...filed,
    accountType: at(i) % 4 === 0 ? filed.accountType : facts.claim.accountType,
    form: pick(["Form 1", "Form 355", "Form 63 FI", "Form 3M"], at(i + 4)),
    periodEnd: pick(periods, at(i + 5)),
    taxYear: Number(pick(periods, at(i + 5)).slice(0, 4)),
    postedOn: pick(days, at(i + 6)),
    underReview: at(i + 7) % 5 === 0,
    filed: lines(i),
    adjusted: at(i + 8) % 3 === 0 ? lines(i + 9) : null
  }))
  const id = pick(ids, at(11))
  const letterId = pick(["L0123456789", "L9999999999", "L012345678", "0123456789"], at(12))
  return {
    claim: {
      ...facts.claim,
      taxpayerType:
        at(13) % 4 === 0 ? facts.claim.taxpayerType : facts.claim.idType === "FEIN" ? "business" : "individual",
      id,
      confirmId: at(14) % 8 === 0 ? facts.claim.confirmId : id,
      amount: at(15) % 9 === 0 ? facts.claim.amount : pick(amounts, at(15)),
      letterId: at(16) % 9 === 0 ? facts.claim.letterId : letterId
    },
    record: {
      returns: at(22) % 7 === 0 ? facts.record.returns : returns,
      letters: facts.record.letters.map((letter, i) => ({
        ...letter,
        letterId: at(i) % 3 === 0 ? letter.letterId : "L0123456789",
        ageDays: pick([0, 20, 21, 89, 90], at(i + 17))
      })),
      today: "2020-11-20"
    },
    attempts: {
      amountFailures: pick([0, 1, 2, 3, 4, 5], at(18)),
      amountFailuresInYear: pick([0, 4, 5, 9, 10], at(19)),
      letterFailures: pick([0, 2, 3, 4, 5], at(20))
    }
  }
}

/** The rule sets that are shipped, and policies that neither of them has. */
const all: ReadonlyArray<StateRuleSet> = [
  ...ruleSets,
  ...ruleSets.map((ruleSet) => withIdRanges(ruleSet, "sandbox")),
  ...(["adjusted", "either"] as const).map((amounts) =>
    withPolicy(withIdRanges(ruleSets[0]!, "sandbox"), (policy) => ({
      ...policy,
      verification: {
        ...policy.verification,
        amounts,
        jointReturns: "refused",
        minimumPostedAgeDays: 21,
        returnWindow: { unit: "taxYears", count: 2 }
      }
    }))
  )
]

const answered = (ruleSet: StateRuleSet, question: OracleQuestion, facts: unknown): string => {
  const { decision } = askedIn(ruleSet, question).evaluate(facts as never)
  return "rule" in decision ? decision.rule.id : decision._tag
}

const disagreement = (question: OracleQuestion, facts: unknown): string | undefined =>
  all
    .map((ruleSet) => {
      const [is, must] = [answered(ruleSet, question, facts), oracle[question](facts as never, ruleSet.policy)]
      const fast = askedIn(ruleSet, question).decide(facts as never)
      const isFast = "rule" in fast ? fast.rule.id : fast._tag
      return is === must && isFast === must
        ? undefined
        : `${ruleSet.id}: ${is}, ${isFast}, must be ${must}: ${JSON.stringify(facts)}`
    })
    .find((said) => said !== undefined)

const check = async <A>(
  arbitrary: Arbitrary.Arbitrary<A>,
  question: OracleQuestion,
  of: (generated: A) => unknown,
  runs: number
) => {
  const said = new Set<string>()
  const result = await Effect.runPromise(
    Arbitrary.checkEffect(
      arbitrary,
      (generated) => {
        const facts = of(generated)
        for (const ruleSet of all) said.add(oracle[question](facts as never, ruleSet.policy))
        return disagreement(question, facts) === undefined
      },
      { runs, seed: 20_201_120 }
    )
  )
  return { failure: Arbitrary.formatCheckFailure(result), said: [...said].toSorted() }
}

describe("the rules say what an oracle of plain loops says", () => {
  test("verification, in all policies", async () => {
    const generated = Arbitrary.all({
      facts: Arbitrary.schema(factsSchemas.verification),
      by: Arbitrary.array(Arbitrary.schema(choices), { minLength: 23, maxLength: 23 })
    })
    const { failure, said } = await check(generated, "verification", ({ by, facts }) => tied(facts, by), 6000)
    expect(failure).toBeUndefined()
    // Each rule had its say, and somebody came in: the property is not empty.
    expect(said).toEqual([
      "Accepted",
      "D-07a",
      "D-07b",
      "D-22a",
      "D-30a",
      "D-30b",
      "D-30c",
      "D-31",
      "R-03a",
      "R-04",
      "R-05",
      "R-06",
      "R-07",
      "R-08",
      "R-09",
      "R-14a",
      "R-14b",
      "R-41"
    ])
  }, 120_000)

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

  test("username", async () => {
    const generated = Arbitrary.all({ facts: Arbitrary.schema(factsSchemas.username), text: texts })
    const facts = ({ facts, text }: { facts: FactsOf<"username">; text: string }) => ({
      username: {
        ...facts.username,
        text: text.length % 5 === 0 ? facts.username.text : text,
        ownNumber: facts.username.taken ? null : "900126789"
      }
    })
    const { failure, said } = await check(generated, "username", facts, 6000)
    expect(failure).toBeUndefined()
    expect(said).toEqual(["Accepted", "D-18a", "D-18b", "D-18c", "R-17a", "R-17b", "R-17c"])
  }, 60_000)

  test("password", async () => {
    const generated = Arbitrary.all({ facts: Arbitrary.schema(factsSchemas.password), text: texts, username: texts })
    const facts = ({ facts, text, username }: { facts: FactsOf<"password">; text: string; username: string }) => ({
      password: {
        ...facts.password,
        text,
        confirm: text.length % 4 === 0 ? facts.password.confirm : text,
        username: username.length % 3 === 0 ? text.slice(0, 6) : username.length % 3 === 1 ? text : username
      }
    })
    const { failure, said } = await check(generated, "password", facts, 6000)
    expect(failure).toBeUndefined()
    expect(said).toEqual(["Accepted", "D-19a", "D-19b", "R-18a", "R-18b", "R-18c", "R-18d", "R-18e", "R-19a"])
  }, 60_000)

  test.each([
    { question: "security-code", said: ["Accepted", "D-14a", "D-14b", "D-14c", "R-34a", "R-36"] },
    { question: "activation-code", said: ["Accepted", "D-13", "R-29", "R-30b"] },
    { question: "trusted-device", said: ["Accepted", "D-15a", "D-15b", "R-34b"] }
  ] as const)(
    "$question",
    async ({ question, said: expected }) => {
      const near = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 12 }))
      const narrowed = Arbitrary.all({
        facts: Arbitrary.schema(factsSchemas[question] as Schema.Constraint),
        numbers: Arbitrary.array(Arbitrary.schema(near), { minLength: 7, maxLength: 7 })
      })
      const facts = ({ facts, numbers }: { facts: unknown; numbers: ReadonlyArray<number> }) => {
        let at = 0
        // Times and counts close to each other, so that edges are met.
        return JSON.parse(JSON.stringify(facts), (_, value: unknown) =>
          typeof value === "number" ? numbers[at++] : value
        )
      }
      const { failure, said } = await check(narrowed as never, question, facts as never, 4000)
      expect(failure).toBeUndefined()
      expect(said).toEqual(expected)
    },
    60_000
  )
})
