import type { Person } from "./Person.ts"

type Told = Pick<Person, "story" | "name" | "sentence" | "id" | "evidence" | "ending"> & Partial<Person>

/** An individual with an SSN and Personal Income Tax, in good standing and with no logon yet, unless the story says otherwise. */
export const personOf = (told: Told): Person => {
  const accountType = told.accountType ?? "personal-income-tax"
  return {
    taxpayerType: "individual",
    idType: "SSN",
    accountType,
    wish: {
      username: told.story.replaceAll("-", "."),
      email: `${told.story}@example.com`,
      phoneNumber: `(617) 555-01${told.id.slice(-2)}`
    },
    returns: [],
    letters: [],
    taxAccounts: [{ accountType, openedOn: "2010-01-01", closedOnline: false }],
    holds: [],
    contact: {
      address: [told.name, `${Number(told.id.slice(-3))} Example Street`, "Boston MA 02108"],
      formerAddress: null,
      addressChangedOn: null,
      emails: []
    },
    logons: [],
    ...(told.ending === "approved" && { role: "MasterAdministrator" }),
    ...told
  }
}
