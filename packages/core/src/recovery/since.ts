import { DateTime } from "effect"

/** Those instants that lie in the span of time that ends now; one that is exactly as old as that is out of it. */
export const since = (
  instants: ReadonlyArray<DateTime.Utc>,
  now: DateTime.Utc,
  span: { readonly hours: number }
): ReadonlyArray<DateTime.Utc> => {
  const from = DateTime.subtract(now, span)
  return instants.filter((at) => DateTime.isGreaterThan(at, from))
}
