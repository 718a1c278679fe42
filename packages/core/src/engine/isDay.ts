const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Checks whether a value is a calendar day in ISO 8601: `2020-11-20`. */
export const isDay = (day: unknown): day is string => {
  const [, year, month, date] = typeof day === "string" ? (/^(\d{4})-(\d\d)-(\d\d)$/u.exec(day) ?? []) : []
  if (year === undefined) return false
  const leaps = Number(month) === 2 && Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  const most = (lengths[Number(month) - 1] ?? 0) + Number(leaps)
  return Number(date) >= 1 && Number(date) <= most
}
