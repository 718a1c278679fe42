/** The number that the digits of a text from one place up to another make. */
const numberIn = (text: string, from: number, to: number): number => {
  let number = 0
  for (let i = from; i < to; i++) number = number * 10 + text.charCodeAt(i) - 48
  return number
}

/** Days since the beginning of the Gregorian calendar's year 0, of an ISO 8601 day; a year begins with its March. */
const dayNumberOf = (day: string): number => {
  const month = numberIn(day, 5, 7)
  const years = numberIn(day, 0, 4) - Number(month < 3)
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
  return years * 365 + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + numberIn(day, 8, 10)
}

/** Checks whether a return was posted at least this many whole days ago. Days are in ISO 8601: `2020-11-20`. @rule R-41 */
export const isPosted = (filed: { readonly postedOn: string }, today: string, minimumAgeDays: number): boolean =>
  minimumAgeDays === 0 ? filed.postedOn <= today : dayNumberOf(today) - dayNumberOf(filed.postedOn) >= minimumAgeDays
