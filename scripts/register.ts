/**
 * Prints the register of rules from the rules themselves.
 *
 *   node --conditions=source scripts/register.ts            writes docs/rules/register.json
 *   node --conditions=source scripts/register.ts --check    exits 1 when it is not what the rules say
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { questions } from "../packages/core/src/decisions/questions.ts"
import { registerOf } from "../packages/core/src/rule-sets/registerOf.ts"
import { statements } from "../packages/core/src/rule-sets/statements.ts"

const file = new URL("../docs/rules/register.json", import.meta.url)
const said = `${JSON.stringify(registerOf(questions, statements), null, 2)}\n`

const stored = (): string => {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return ""
  }
}

if (process.argv.includes("--help")) {
  console.log(
    "node --conditions=source scripts/register.ts [--check]\n\nPrints docs/rules/register.json from the rules."
  )
} else if (process.argv.includes("--check")) {
  if (stored() !== said) {
    console.error("docs/rules/register.json is not what the rules say. Repair: pnpm register")
    process.exitCode = 1
  }
} else {
  mkdirSync(new URL(".", file), { recursive: true })
  writeFileSync(file, said)
  console.log("docs/rules/register.json is written.")
}
