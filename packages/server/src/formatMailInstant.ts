import { DateTime } from "effect"

const inBoston = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/New_York",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "numeric",
  minute: "2-digit",
  second: "2-digit",
  hour12: true
})

/** An instant as the source writes one, on the Department's clock: `11/20/2020 1:55:15 PM`. */
export const formatMailInstant = (instant: DateTime.Utc): string =>
  inBoston.format(DateTime.toEpochMillis(instant)).replace(",", "").replaceAll("\u202f", " ")
