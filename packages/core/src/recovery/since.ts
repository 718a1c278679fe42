import { DateTime } from "effect"

/** Those instants that lie in the window that ends now; one that is exactly as old as the window is out of it. */
export const since = (
  instants: ReadonlyArray<DateTime.Utc>,
  now: DateTime.Utc,
  window: { readonly hours: number }
): ReadonlyArray<DateTime.Utc> => {
  const from = DateTime.subtract(now, window)
  return instants.filter((at) => DateTime.isGreaterThan(at, from))
}
