import { DateTime } from "effect"

/** The day on which an instant is, ISO 8601: days are the Department's, America/New_York. @rule R-44 */
export const dayOf = (at: DateTime.Utc): string =>
  DateTime.formatIsoDate(DateTime.setZoneNamedUnsafe(at, "America/New_York"))
