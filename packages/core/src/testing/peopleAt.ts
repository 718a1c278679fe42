import { calendarOf } from "./calendarOf.ts"
import type { Person } from "./Person.ts"
import { amountPeople } from "./people/amountPeople.ts"
import { letterPeople } from "./people/letterPeople.ts"
import { logonPeople } from "./people/logonPeople.ts"
import { standingPeople } from "./people/standingPeople.ts"

/**
 * Returns all sandbox people, LARRY MO first, with returns and letters that make their stories true on a day. Page-safe.
 *
 * **Details**
 *
 * `today` is ISO 8601 in America/New_York: `2020-11-20` is the day of the source. The returns are from the last tax years
 * before it. Only the dates depend on the day.
 */
export const peopleAt = (today: string): ReadonlyArray<Person> => {
  const calendar = calendarOf(today)
  return [...amountPeople(calendar), ...letterPeople(calendar), ...logonPeople(calendar), ...standingPeople(calendar)]
}
