import type { Prices } from "./differences.ts"
import { assumptions } from "./population.ts"
import type { Price } from "./priceOf.ts"
import { unmoved } from "./unmoved.ts"

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`

const rowOf = (step: string, price: Price): string => {
  const by = Object.entries(price.refusedBy).map(([rule, share]) => `${rule} ${percent(share)}`)
  const cells = [
    step,
    price.takeoversPerMillionGuesses,
    price.takeoversPerMillionNumbers,
    price.takeoversOnTheFirstDay,
    price.takeoversByLetter,
    price.takeoversWhereOwnersOpen,
    price.lettersMailed,
    percent(price.ownersRefused),
    percent(price.ownersWithoutLogon),
    by.join(", ")
  ]
  return `| ${cells.join(" | ")} |`
}

/** The tables of all rule sets, in Markdown. */
export const tableOf = (prices: Prices): string =>
  Object.entries(prices)
    .map(([id, rows]) =>
      [
        `## ${id}`,
        "",
        "| policy | takeovers per million guesses | a year, per million numbers | on the first day | by letter, a year | by amount, where owners open amounts | letters a year to one number | owners refused | with a letter too | by |",
        "|---|---|---|---|---|---|---|---|---|---|",
        ...Object.entries(rows).map(([step, price]) => rowOf(step, price)),
        "",
        ...Object.entries(unmoved[id] ?? {}).map(([step, reason]) => `- As its base: *${step}*. ${reason}`),
        ...(unmoved[id] === undefined ? [] : [""])
      ].join("\n")
    )
    .join("\n")

/** The page `docs/rules/price.md`. */
export const pageOf = (prices: Prices): string => `# What a policy costs

Printed by \`npx --yes pnpm@12.21.0 price -- --write\`; \`price\` fails where a figure got worse, where a row is gone, and where a row costs what the row that it is one step from costs and no reason is given.

A stranger has a list of numbers and knows how amounts are distributed, but nothing of a single person: they guess the commonest amounts, number by number, for a year, as often and as early as the limits let them: the window, then the year. They guess letter IDs too, one of ten thousand million, for one number from ${assumptions.stranger.networks} networks all year, each as early as it may, and ask for letters to be mailed as often as they are, so that as many live as can; each letter also costs its post. Where owners open amounts, every owner does so each time that the year has closed them, as early as they may. An owner copies a line from their form, after mistakes of their own that count, and uses a letter where that was a no, or where no amount is taken: the one that they ask for, the one that they ask for again, or one about something else that they have. Every guess, claim and request for a letter is answered by the rules themselves; what the server allows one address in an hour and a day (a setting) is not counted.

The population is synthetic: ${assumptions.taxpayers.toLocaleString("en")} individuals with Personal Income Tax, and as many others that the stranger learns from. What is assumed, none of it measured:

\`\`\`json
${JSON.stringify(assumptions, null, 2)}
\`\`\`

Where only zero returns are on file nobody gets in with an amount, and is told to call (R-13): most of R-08 is that.

Read it as a comparison: a longer window, more kinds of amounts and more tries cost takeovers; a shorter one, joint returns refused or an age of posting cost owners. What one step changes is the difference to the first row; where a rule set takes no amounts, what is read for amounts alone is moved with amounts as well, and the difference is to that row.

${tableOf(prices)}`
