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

\`npx --yes pnpm@12.21.0 price -- --write\` writes this file. \`price\` fails if a figure got worse, if a row is gone, or if a row costs the same as the row that it is one step from and gives no reason.

A stranger has a list of numbers and knows how amounts are distributed, but knows nothing about any single person. They guess the most common amounts, number by number, for a year, as often and as early as the limits allow: the window, then the year. They also guess letter IDs, one of ten billion, for one number from ${assumptions.stranger.networks} networks all year, each network as early as it can. They ask for letters as often as the server mails them, so that as many as possible are valid at once; each letter also costs postage. If owners can open amounts, every owner does so each time that the year has closed them, as early as possible. An owner copies a line from their form, after mistakes of their own that count. If that is refused, or if no amount is accepted, they use a letter: the one that they ask for, the one that they ask for again, or one about something else that they have. The rules themselves decide every guess, claim and request for a letter. The server's limits for one address in an hour and a day (settings) are not counted.

The population is synthetic: ${assumptions.taxpayers.toLocaleString("en")} individuals with Personal Income Tax, and as many others that the stranger learns from. These are the assumptions. None of them is measured:

\`\`\`json
${JSON.stringify(assumptions, null, 2)}
\`\`\`

If only zero returns are on file, no one gets in with an amount, and the form asks the person to call (R-13). This is most of R-08.

Read the tables as a comparison. A longer window, more kinds of amounts and more tries cost takeovers. A shorter window, refused joint returns or a minimum age of posting cost owners. The effect of one step is the difference from the first row. If a rule set accepts no amounts, the values that matter only for amounts are moved in a row with amounts as well, and the effect is the difference from that row.

${tableOf(prices)}`
