import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { questions } from "../../packages/core/src/questions/questions.ts"
import { canonical } from "../../packages/core/src/engine/RuleSet.ts"
import { registerOf } from "../../packages/core/src/rule-sets/registerOf.ts"
import { ruleSets } from "../../packages/core/src/rule-sets/ruleSets.ts"
import { referenceOf } from "../../scripts/referenceOf.ts"
import { ruleSetToFile } from "../../packages/core/src/rule-sets/ruleSetToFile.ts"
import { decideVector } from "../../packages/core/src/testing/decideVector.ts"
import { runVectors } from "../../packages/core/src/testing/runVectors.ts"
import type { VectorFile } from "../../packages/core/src/testing/Vector.ts"
import { agreedHash } from "../parity/agreedHash.ts"
import { statements } from "../../packages/core/src/rule-sets/statements.ts"

const committed = (file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../docs/rules", file), "utf8"))

test("the register that is committed is what the rules say: title, source, facts, message, remedies", () => {
  expect(canonical(committed("register.json"))).toBe(canonical(registerOf(questions, statements)))
})

test.each(ruleSets.map((ruleSet) => ({ line: ruleSet.id, ruleSet })))(
  "the file that is committed is what the rule set says: $line",
  ({ ruleSet }) => {
    expect(canonical(committed(`${ruleSet.id}.json`))).toBe(canonical(ruleSetToFile([ruleSet])))
  }
)

const vectors = (): VectorFile =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../packages/core/vectors.json"), "utf8")) as VectorFile

test("the vectors are answered as they are committed", async () => {
  const { hash, wrong } = await runVectors(vectors(), decideVector)
  expect([wrong[0], hash]).toEqual([undefined, agreedHash])
})

test("the reference that is committed is what rules, rule sets and vectors say", () => {
  const text = readFileSync(join(import.meta.dirname, "../../docs/rules/reference.md"), "utf8")
  expect(text, "repair: npx --yes pnpm@12.21.0 reference").toBe(referenceOf())
})

test("every example of the reference runs: its rule says no, and what is decided is what stands there", () => {
  const text = readFileSync(join(import.meta.dirname, "../../docs/rules/reference.md"), "utf8")
  const { ruleSets } = vectors()
  const examples = Array.from(text.matchAll(/^```json\n(.*)\n```$/gmu), ([, example]) => JSON.parse(example!))
  expect(examples.length).toBe(text.match(/^### [RD]-\d\d/gmu)!.length)
  for (const { decision, facts, question, rule, ruleSet } of examples) {
    const answered = decideVector({ question, ruleSet, facts, policy: ruleSets[ruleSet]!.policy })
    expect(answered.decision, rule).toEqual(decision)
    expect(answered.findings, rule).toContainEqual([rule, "fail"])
  }
})
