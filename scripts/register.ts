/**
 * Prints the register of rules, and each line of rule sets as a file, from the rules themselves.
 *
 *   node --conditions=source scripts/register.ts            writes docs/rules/register.json and docs/rules/<line>.json
 *   node --conditions=source scripts/register.ts --check    exits 1 when they are not what the rules say
 */
import { questions } from "../packages/core/src/questions/questions.ts"
import { registerOf } from "../packages/core/src/rule-sets/registerOf.ts"
import { ruleSets } from "../packages/core/src/rule-sets/ruleSets.ts"
import { ruleSetToFile } from "../packages/core/src/rule-sets/ruleSetToFile.ts"
import { statements } from "../packages/core/src/rule-sets/statements.ts"
import { written } from "./written.ts"

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

const lines = [...new Set(ruleSets.map(({ id }) => id))].map((id) => {
  const [first, ...later] = ruleSets.filter((ruleSet) => ruleSet.id === id)
  return [`docs/rules/${id}.json`, json(ruleSetToFile([first!, ...later]))] as const
})

written(
  { "docs/rules/register.json": json(registerOf(questions, statements)), ...Object.fromEntries(lines) },
  "register"
)
