import { isDay } from "./isDay.ts"

/** Throws in words where what was given for `name` is no day: it is a mistake of the program, and no answer to it is right. */
export const requireDay = (name: string, day: unknown): void => {
  if (!isDay(day)) throw new RangeError(`${name} must be a day of the calendar, YYYY-MM-DD: 2020-11-20`)
}
