// Writes docs/rules/mutation.json and docs/rules/mutation.md from the report of a run; `--changed` keeps what that run left out.
import { readFileSync, writeFileSync } from "node:fs"
import { pageOf } from "./pageOf.ts"
import { summaryOf } from "./summaryOf.ts"
import type { MutationSummary } from "./summaryOf.ts"

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url)
const read = (path: string) => JSON.parse(readFileSync(at(path), "utf8")) as never

const before: MutationSummary | undefined = process.argv.includes("--changed")
  ? read("docs/rules/mutation.json")
  : undefined
const summary = summaryOf(read("node_modules/.cache/mutation/mutation.json"), before)
writeFileSync(at("docs/rules/mutation.json"), `${JSON.stringify(summary, null, 2)}\n`)
writeFileSync(at("docs/rules/mutation.md"), pageOf(summary))
console.log("docs/rules/mutation.json and docs/rules/mutation.md are written.")
for (const { became, code, file, why } of summary.survivors) {
  if (why !== null) continue
  console.log(
    `X  ${file}: "${code}" became "${became}", and nobody noticed: a test, or a reason in tools/mutation/survivors.json`
  )
  process.exitCode = 1
}
if (summary.score < summary.goal) process.exitCode = 1
