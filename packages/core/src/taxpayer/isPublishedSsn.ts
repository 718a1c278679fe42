/**
 * SSNs that were printed for show and that thousands took for their own: SSA's "pocketbook" numbers, of the sample cards that
 * were sold in wallets, and the one of its own pamphlet of 1940 (219-09-9999).
 *
 * @see https://www.ssa.gov/history/ssn/misused.html
 */
const published: ReadonlySet<string> = new Set([
  "022281852",
  "042103580",
  "062360749",
  "078051120",
  "095073645",
  "128036045",
  "135016629",
  "141186941",
  "165167999",
  "165187999",
  "165207999",
  "165227999",
  "165247999",
  "189092294",
  "212097694",
  "212099999",
  "219099999",
  "306302348",
  "308125070",
  "468288779",
  "549241889"
])

/**
 * Checks whether nine digits are an SSN that was published as a sample.
 *
 * **Gotchas**
 *
 * The list does not include a number that a living person published as their own: it is still theirs.
 *
 * @rule D-66
 */
export const isPublishedSsn = (id: string): boolean => published.has(id)
