import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { questions } from "../../packages/core/src/decisions/questions.ts"
import { canonical } from "../../packages/core/src/engine/RuleSet.ts"
import { registerOf } from "../../packages/core/src/rule-sets/registerOf.ts"
import { ruleSets } from "../../packages/core/src/rule-sets/ruleSets.ts"
import { ruleSetToFile } from "../../packages/core/src/rule-sets/ruleSetToFile.ts"
import { statements } from "../../packages/core/src/rule-sets/statements.ts"

const committed = (file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../docs/rules", file), "utf8"))

test("the register that is committed is what the rules say: title, source, facts, message, remedies", () => {
  expect(canonical(committed("register.json"))).toBe(canonical(registerOf(questions, statements)))
})

test.each(ruleSets)("the file that is committed is what the rule set says: $id", (ruleSet) => {
  expect(canonical(committed(`${ruleSet.id}.json`))).toBe(canonical(ruleSetToFile([ruleSet])))
})
