/**
 * What a policy costs: strangers who get in, and owners who are refused, on a population that is described.
 *
 *   node --conditions=source scripts/price.ts            prints the table; exits 1 where a figure is worse than the committed one
 *   node --conditions=source scripts/price.ts --write    writes docs/rules/price.json and docs/rules/price.md
 */
import { readFileSync, writeFileSync } from "node:fs"
import { ruleSets } from "../packages/core/src/rule-sets/ruleSets.ts"
import { withIdRanges, withPolicy } from "../packages/core/src/rule-sets/withPolicy.ts"
import { assumptions, populationOf } from "./price/population.ts"
import { priceOf } from "./price/priceOf.ts"
import type { Price } from "./price/priceOf.ts"
import { steps } from "./price/steps.ts"

type Prices = Readonly<Record<string, Readonly<Record<string, Price>>>>

const file = new URL("../docs/rules/price.json", import.meta.url)
const page = new URL("../docs/rules/price.md", import.meta.url)

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`

const tableOf = (prices: Prices): string =>
  Object.entries(prices)
    .map(([id, rows]) =>
      [
        `## ${id}`,
        "",
        "| policy | takeovers per million guesses | takeovers a year per million numbers | owners refused | by |",
        "|---|---|---|---|---|",
        ...Object.entries(rows).map(
          ([step, { ownersRefused, refusedBy, takeoversPerMillionGuesses, takeoversPerMillionNumbers }]) =>
            `| ${step} | ${takeoversPerMillionGuesses} | ${takeoversPerMillionNumbers} | ${percent(ownersRefused)} | ${Object.entries(
              refusedBy
            )
              .map(([rule, share]) => `${rule} ${percent(share)}`)
              .join(", ")} |`
        ),
        ""
      ].join("\n")
    )
    .join("\n")

const said = (prices: Prices): string => `# What a policy costs

Printed by \`npx --yes pnpm@12.21.0 price -- --write\`; \`price\` fails where a figure got worse.

A stranger has a list of numbers and knows how amounts are distributed, but nothing of a single person: they guess the commonest amounts, number by number, as often as the limits of a year let them (letters: one of ten thousand million, in each window of the year). An owner copies a line from their form, or, where no amount is taken, uses the letter that they asked for. Every guess and every claim is answered by the rules themselves.

The population is synthetic: ${assumptions.taxpayers.toLocaleString("en")} individuals with Personal Income Tax, and as many others that the stranger learns from. What is assumed, none of it measured:

\`\`\`json
${JSON.stringify(assumptions, null, 2)}
\`\`\`

Where only zero returns are on file nobody gets in with an amount, and is told to call (R-13): most of R-08 is that.

Read it as a comparison: a longer window, more kinds of amounts and more tries cost takeovers; a shorter one, joint returns refused or an age of posting cost owners. What one step changes is the difference to the first row.

${tableOf(prices)}`

if (process.argv.includes("--help")) {
  console.log(
    "npx --yes pnpm@12.21.0 price [-- --write]\n\nWhat each policy costs; exit 1 where a figure is worse than in docs/rules/price.json."
  )
} else {
  const [owners, seen] = [populationOf(1), populationOf(2)]
  const prices: Prices = Object.fromEntries(
    ruleSets.map((shipped) => {
      const ruleSet = withIdRanges(shipped, "sandbox")
      const rows = Object.entries(steps).flatMap(([step, change]) => {
        const changed = change(ruleSet.policy)
        const isSame = JSON.stringify(changed) === JSON.stringify(ruleSet.policy) && step !== "as it is"
        return isSame
          ? []
          : [
              [
                step,
                priceOf(
                  withPolicy(ruleSet, () => changed),
                  owners,
                  seen
                )
              ] as const
            ]
      })
      return [ruleSet.id, Object.fromEntries(rows)]
    })
  )
  console.log(tableOf(prices))
  if (process.argv.includes("--write")) {
    writeFileSync(file, `${JSON.stringify({ assumptions, prices }, null, 2)}\n`)
    writeFileSync(page, said(prices))
    console.log("docs/rules/price.json and docs/rules/price.md are written.")
  } else {
    const committed = (JSON.parse(readFileSync(file, "utf8")) as { prices: Prices }).prices
    const figures = ["takeoversPerMillionGuesses", "takeoversPerMillionNumbers", "ownersRefused"] as const
    const differences = Object.entries(prices).flatMap(([id, rows]) =>
      Object.entries(rows).flatMap(([step, price]) =>
        figures.flatMap((figure) => {
          const before = committed[id]?.[step]?.[figure]
          return before === price[figure]
            ? []
            : [
                {
                  said: `${id}, ${step}: ${figure} was ${before ?? "not known"}, is ${price[figure]}`,
                  worse: before === undefined || price[figure] > before
                }
              ]
        })
      )
    )
    for (const { said, worse } of differences) console.log(`${worse ? "X  worse" : "   better"}  ${said}`)
    if (differences.length > 0) console.log("Where that is wanted: npx --yes pnpm@12.21.0 price -- --write")
    if (differences.some(({ worse }) => worse)) process.exitCode = 1
  }
}
