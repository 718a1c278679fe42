/** Days since the beginning of the Gregorian calendar's year 0, of an ISO 8601 day. */
const dayNumberOf = (day: string): number => {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split("-").map(Number)
  const years = month > 2 ? year : year - 1
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
  const monthFromMarch = (month + 9) % 12
  return years * 365 + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth
}

/** Whether a return has been posted for so many whole days. Days are ISO 8601: `2020-11-20`. @rule R-41 */
export const isPosted = (filed: { readonly postedOn: string }, today: string, minimumAgeDays: number): boolean =>
  dayNumberOf(today) - dayNumberOf(filed.postedOn) >= minimumAgeDays
