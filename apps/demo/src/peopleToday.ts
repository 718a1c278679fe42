import { peopleAt } from "@mtc-logon/core/testing/rules"
import type { Person } from "@mtc-logon/core/testing/rules"

const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York", dateStyle: "short" })

/** Everyone in the sandbox, as of today in New York. */
export const peopleToday = (): ReadonlyArray<Person> => peopleAt(day.format(new Date()))

const endingSentence: Readonly<Record<Person["ending"], string>> = {
  approved: "Approved: the activation mail is in the inbox.",
  referred: "Received, then referred: a neutral mail asks them to call.",
  denied: "Received, then denied: a mail says so.",
  "not-verified": "Not matched: the same sentence for every reason.",
  issue: "Not accepted: a message at the field says what to change."
}

/** How a story ends, in a sentence. */
export const endOf = ({ ending, taxpayerType }: Person): string =>
  taxpayerType === "business"
    ? `The form does not take businesses yet: it says where to go. Over HTTP: ${endingSentence[ending]}`
    : endingSentence[ending]
