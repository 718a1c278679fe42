import { expect, test } from "vitest"
import type { AccessFacts } from "../../src/access/accessFacts.ts"
import { over } from "../../src/engine/Rule.ts"
import { sealed } from "../../src/engine/Rule.ts"
import type { Citation } from "../../src/engine/Citation.ts"
import { ask } from "../../src/engine/ask.ts"
import { ruleSet } from "../../src/engine/RuleSet.ts"
import { username } from "../../src/logon/usernameRules.ts"
import type { VerificationFacts } from "../../src/verification/verificationFacts.ts"
import { verificationFacts } from "../../src/verification/verificationFacts.ts"
import type { VerificationPolicy } from "../../src/verification/verificationSheet.ts"
import { sandbox } from "../outcomeOf.ts"
import { larry } from "../verification/larry.ts"

const { choice, rule, question } = over<VerificationFacts & AccessFacts, VerificationPolicy>({
  ...verificationFacts
} as never)
const base = { id: "", title: "", cites: [{ decision: "D-01" }], message: "", remedies: [""] } as const

/** Each line of these is an error of the compiler; `tsc -b` fails where one compiles. */
const neverRun = () => {
  // @ts-expect-error a fact that does not exist
  rule({ ...base, reads: ["claim.colour"], check: () => true })
  // @ts-expect-error a fact that is not declared
  rule({ ...base, reads: ["claim.id"], check: ({ claim }) => claim.amount > 0 })
  // @ts-expect-error no remedy
  rule({ ...base, remedies: [], reads: ["claim.id"], check: () => true })
  // @ts-expect-error no citation
  rule({ ...base, cites: [], reads: ["claim.id"], check: () => true })
  // @ts-expect-error a policy value that does not exist
  rule({ ...base, reads: ["claim.id"], check: (_, { verification }) => verification.colour })
  // @ts-expect-error a value that the fact cannot have
  choice("claim.kind").is("horoscope")
  // @ts-expect-error a grant from a fact that is not declared
  question({ ...sandbox.ask.verification.question, reads: ["claim.id"], grants: ({ record }) => record })
  // @ts-expect-error a partly known record is not decided, it is evaluated
  sandbox.ask.verification.decide({ ...larry, record: sealed })
  // @ts-expect-error a rule set without a policy that its questions read
  ruleSet({ id: "", version: 1, effective: { from: "" }, policy: { idRanges: "live" }, questions: { username } })
  // @ts-expect-error a fact without an entry in the sheet
  over<AccessFacts, {}>({
    "access.masterExists": { label: "", field: null, secret: true, of: () => true, show: String }
  })
  // @ts-expect-error a quote without its line
  return { source: "seed", quote: "I agree" } satisfies Citation
}

test("what must not compile is held by the compiler", () => {
  expect(neverRun).toBeTypeOf("function")
})

test("a question that reads more than 31 facts is a mistake at load", () => {
  const names = Array.from({ length: 32 }, (_, i) => `many.fact${i}`)
  const sheet = Object.fromEntries(
    names.map((path) => [path, { label: "", field: null, secret: false, of: () => 1, show: String }])
  )
  const many = {
    id: "many",
    refusedUnless: [],
    reads: names,
    grants: () => 1,
    secretAnswer: { message: "", remedies: [""] as const },
    sheet
  }
  expect(() => ask(many, {})).toThrow('Question "many" reads more than 31 facts')
})
