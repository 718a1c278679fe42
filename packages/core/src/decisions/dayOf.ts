import { DateTime } from "effect"

/** Returns the day of an instant in ISO 8601, in the Department's time zone, America/New_York. @rule R-44 */
export const dayOf = (at: DateTime.Utc): string =>
  DateTime.formatIsoDate(DateTime.setZoneNamedUnsafe(at, "America/New_York"))
