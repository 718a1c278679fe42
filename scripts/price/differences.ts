import type { PricedPolicy } from "./steps.ts"
import type { Price } from "./priceOf.ts"
import { unmoved } from "./unmoved.ts"

/** What each policy of each rule set costs. */
export type Prices = Readonly<Record<string, Readonly<Record<string, Price>>>>

/** A sentence on a table, and whether it is wrong or only to be written. */
export interface Difference {
  readonly said: string
  readonly isWorse: boolean
}

const figures = [
  "takeoversPerMillionGuesses",
  "takeoversPerMillionNumbers",
  "takeoversOnTheFirstDay",
  "takeoversByLetter",
  "takeoversWhereOwnersOpen",
  "lettersMailed",
  "ownersRefused",
  "ownersWithoutLogon"
] as const

/** How a table differs from the committed one. A row that is gone is as bad as a figure that got worse. */
export const differences = (committed: Prices, prices: Prices): ReadonlyArray<Difference> => {
  const ids = new Set([...Object.keys(committed), ...Object.keys(prices)])
  return [...ids].flatMap((id) => {
    const before = committed[id] ?? {}
    const after = prices[id] ?? {}
    const rows = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...rows].flatMap((row): ReadonlyArray<Difference> => {
      const [was, is] = [before[row], after[row]]
      if (is === undefined) return [{ said: `${id}, ${row}: the row is gone`, isWorse: true }]
      if (was === undefined) return [{ said: `${id}, ${row}: the row is not committed`, isWorse: true }]
      return figures
        .filter((figure) => was[figure] !== is[figure])
        .map((figure) => ({
          said: `${id}, ${row}: ${figure} was ${was[figure]}, is ${is[figure]}`,
          isWorse: was[figure] === undefined || is[figure] > was[figure]
        }))
    })
  })
}

/** The rows that cost what their base costs without a reason, and the reasons of rows that do not. */
export const unmeasured = (
  id: string,
  policies: ReadonlyArray<PricedPolicy>,
  prices: Readonly<Record<string, Price>>
): ReadonlyArray<string> => {
  const reasons = unmoved[id] ?? {}
  const still = policies
    .filter(({ base, name }) => base !== null && JSON.stringify(prices[name]) === JSON.stringify(prices[base]))
    .map(({ name }) => name)
  return [
    ...still
      .filter((name) => reasons[name] === undefined)
      .map(
        (name) =>
          `${id}, ${name}: costs what its base costs; measure it, or give the reason in scripts/price/unmoved.ts`
      ),
    ...Object.keys(reasons)
      .filter((name) => !still.includes(name))
      .map((name) => `${id}, ${name}: has a reason in scripts/price/unmoved.ts, and moves`)
  ]
}
