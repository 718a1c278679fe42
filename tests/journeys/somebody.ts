import { peopleAt } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"

const people = peopleAt("2020-11-20")

/** The person of a story, on the day of the walk-through, with what is told differently this time. */
export const somebody = (story: string, change: Partial<Person> = {}): Person => {
  const found = people.find((person) => person.story === story)
  if (found === undefined) throw new Error(`there is no story ${story}`)
  return { ...found, ...change }
}

/** Somebody of whom nothing is on file: the number is nobody's. */
export const stranger = (change: Partial<Person> = {}): Person => somebody("larry-mo", { id: "900129999", ...change })
