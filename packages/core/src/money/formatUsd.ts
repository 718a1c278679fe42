/** Formats whole US cents as dollars and cents: `123450` is `1,234.50`. `parseUsd` reads it back. */
export const formatUsd = (cents: number): string => {
  const dollars = Math.floor(cents / 100)
    .toString()
    .replaceAll(/\B(?=(?:\d{3})+$)/gu, ",")
  return `${dollars}.${(cents % 100).toString().padStart(2, "0")}`
}
