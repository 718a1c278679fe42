import { isDay } from "./isDay.ts"

/** Throws a `RangeError` if the value for `name` is not a day: a programming error that has no right result. */
export const requireDay = (name: string, day: unknown): void => {
  if (!isDay(day)) throw new RangeError(`${name} must be a day of the calendar, YYYY-MM-DD: 2020-11-20`)
}
