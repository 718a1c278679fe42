import { peopleAt } from "@mtc-logon/core/testing/rules"
import type { Person } from "@mtc-logon/core/testing/rules"

const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York", dateStyle: "short" })

/** Everyone in the sandbox, as of today in New York. */
export const peopleToday = (): ReadonlyArray<Person> => peopleAt(day.format(new Date()))

const endingSentence: Readonly<Record<Person["ending"], string>> = {
  approved: "Approved. The activation e-mail is in the inbox.",
  referred: "Submitted, then referred. An e-mail asks the person to call.",
  denied: "Submitted, then denied. An e-mail says so.",
  "not-verified": "Not matched. The sentence is the same for every reason.",
  issue: "The form shows a problem at its field."
}

/** How a story ends, in a sentence. */
export const endOf = ({ ending, taxpayerType }: Person): string =>
  taxpayerType === "business"
    ? `The form does not support businesses yet and says where to go. Over HTTP: ${endingSentence[ending]}`
    : endingSentence[ending]
