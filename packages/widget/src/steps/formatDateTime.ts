const zone = "America/New_York"

/** A time (RFC 3339) as the Department writes it: `11/20/2020 1:55:15 PM EST`. */
export const formatDateTime = (at: string): string => {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return at
  const day = new Intl.DateTimeFormat("en-US", { timeZone: zone, year: "numeric", month: "numeric", day: "numeric" })
  const time = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short"
  })
  return `${day.format(date)} ${time.format(date).replaceAll("\u202f", " ")}`
}
