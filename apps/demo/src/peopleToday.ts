import { peopleAt } from "@mtc-logon/core/testing/rules"
import type { Person } from "@mtc-logon/core/testing/rules"

const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York", dateStyle: "short" })

/** Everybody of the sandbox, as of today in New York. */
export const peopleToday = (): ReadonlyArray<Person> => peopleAt(day.format(new Date()))

const endingSentence: Readonly<Record<Person["ending"], string>> = {
  approved: "Approved: the activation mail is in the inbox.",
  referred: "Taken, then referred: one neutral mail asks to call.",
  denied: "Taken, then denied: a mail says so.",
  "not-verified": "Not matched: one sentence, the same for every reason.",
  issue: "Something to mend is shown at its field."
}

/** How a story ends, in a sentence. */
export const endOf = ({ ending, taxpayerType }: Person): string =>
  taxpayerType === "business"
    ? `The form does not take businesses yet: it says where to go. Over HTTP: ${endingSentence[ending]}`
    : endingSentence[ending]
