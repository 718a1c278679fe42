/**
 * What a policy costs: strangers who get in, and owners who are refused, on a population that is described.
 *
 *   node --conditions=source scripts/price.ts            prints the table; exits 1 where a figure is worse than the committed one
 *   node --conditions=source scripts/price.ts --write    writes docs/rules/price.json and docs/rules/price.md
 */
import { readFileSync, writeFileSync } from "node:fs"
import { ruleSets } from "../packages/core/src/rule-sets/ruleSets.ts"
import { withIdRanges, withPolicy } from "../packages/core/src/rule-sets/withPolicy.ts"
import { differences, unmeasured } from "./price/differences.ts"
import type { Prices } from "./price/differences.ts"
import { pageOf, tableOf } from "./price/pageOf.ts"
import { assumptions, populationOf } from "./price/population.ts"
import { priceOf } from "./price/priceOf.ts"
import { policiesOf } from "./price/steps.ts"

const file = new URL("../docs/rules/price.json", import.meta.url)
const page = new URL("../docs/rules/price.md", import.meta.url)

if (process.argv.includes("--help")) {
  console.log(
    "usage: npx --yes pnpm@12.21.0 price [-- --write]\n\nCalculates what each policy costs. Exits with 1 if a figure is worse than in docs/rules/price.json, a row is gone, or a step is\nnot measured.\n\n  --write   run it after an intended change: writes the figures to docs/rules/price.json and docs/rules/price.md"
  )
} else {
  const [owners, seen] = [populationOf(1), populationOf(2)]
  const wrong: string[] = []
  const prices: Prices = Object.fromEntries(
    ruleSets.map((shipped) => {
      const ruleSet = withIdRanges(shipped, "sandbox")
      const policies = policiesOf(ruleSet.policy)
      const rows = Object.fromEntries(
        policies.map(({ name, policy }) => [
          name,
          priceOf(
            withPolicy(ruleSet, () => policy),
            owners,
            seen
          )
        ])
      )
      wrong.push(...unmeasured(ruleSet.id, policies, rows))
      return [ruleSet.id, rows]
    })
  )
  console.log(tableOf(prices))
  if (process.argv.includes("--write")) {
    writeFileSync(file, `${JSON.stringify({ assumptions, prices }, null, 2)}\n`)
    writeFileSync(page, pageOf(prices))
    console.log("docs/rules/price.json and docs/rules/price.md are written.")
  } else {
    const found = differences((JSON.parse(readFileSync(file, "utf8")) as { prices: Prices }).prices, prices)
    for (const { isWorse, said } of found) console.log(`${isWorse ? "X  worse" : "   better"}  ${said}`)
    if (found.length > 0) console.log("If you intended this, run: npx --yes pnpm@12.21.0 price -- --write")
    if (found.some(({ isWorse }) => isWorse)) process.exitCode = 1
  }
  for (const said of wrong) console.log(`X  ${said}`)
  if (wrong.length > 0) process.exitCode = 1
}
