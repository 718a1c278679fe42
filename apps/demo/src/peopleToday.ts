import { peopleAt } from "@mtc-logon/core/testing/rules"
import type { Person } from "@mtc-logon/core/testing/rules"

const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York", dateStyle: "short" })

/** Everybody of the sandbox, as of today in New York. */
export const peopleToday = (): ReadonlyArray<Person> => peopleAt(day.format(new Date()))

/** What is told of how a story ends. */
export const endingSentence: Readonly<Record<Person["ending"], string>> = {
  approved: "Approved: the activation mail is in the inbox.",
  referred: "Taken, then referred: one neutral mail asks to call.",
  denied: "Taken, then denied: a mail says so.",
  "not-verified": "Not matched: one sentence, the same for every reason.",
  issue: "Something to mend is shown at its field."
}
