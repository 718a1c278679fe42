import { DateTime } from "effect"
import type { Logon } from "../logon/Logon.ts"

/** When links of a forgotten password were mailed, and when answers to them were wrong: all that any window looks at. */
export const linksOf = ({ passwordLinks }: Logon) => ({
  linksAt: passwordLinks.map(({ createdAt }) => createdAt),
  missesAt: passwordLinks
    .flatMap(({ missesAt }) => missesAt)
    .toSorted()
    .map((at) => DateTime.makeUnsafe(at))
})

/** Those instants that lie in the span of time that ends now; one that is exactly as old as that is out of it. */
export const since = (
  instants: ReadonlyArray<DateTime.Utc>,
  now: DateTime.Utc,
  span: { readonly hours: number }
): ReadonlyArray<DateTime.Utc> => {
  const from = DateTime.subtract(now, span)
  return instants.filter((at) => DateTime.isGreaterThan(at, from))
}
