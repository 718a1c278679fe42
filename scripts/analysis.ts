/**
 * Writes what is found out about the rule sets that ship, for the server to tell: findings, proof, price.
 *
 *   node --conditions=source scripts/analysis.ts            writes packages/server/src/routes/rules-engine/analyses/*.json
 *   node --conditions=source scripts/analysis.ts --check    exits 1 when they are not what rules, proof and price say
 *
 *   node --conditions=source scripts/analysis.ts --file F   writes what is found out about the rule sets of a file beside it
 *
 * After `prove --pin` and `price -- --write`, whose files it takes; of a file there are findings only.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { RuleSetFileError } from "../packages/core/src/rule-sets/RuleSetFileError.ts"
import { analysesOf, analysisOfFile } from "./analysesOf.ts"
import { written } from "./written.ts"

const at = process.argv.indexOf("--file")
const file = process.argv[at + 1]

if (at === -1) {
  written(await analysesOf(), "analysis")
} else if (file === undefined || !file.endsWith(".json")) {
  console.error("Name the file: --file my-rules.json")
  process.exitCode = 2
} else {
  const beside = file.replace(/\.json$/u, ".analysis.json")
  try {
    writeFileSync(beside, await analysisOfFile(readFileSync(file, "utf8")))
    console.log(`${beside} is written.`)
  } catch (error) {
    if (!(error instanceof RuleSetFileError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
