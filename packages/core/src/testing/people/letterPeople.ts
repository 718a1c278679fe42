import type { Calendar } from "../calendarOf.ts"
import { filedReturnOf } from "../filedReturnOf.ts"
import type { MailedLetter, Person, TypedEvidence } from "../Person.ts"
import { personOf } from "../personOf.ts"

const letterOf = (letterId: string, mailedOn: string, change: Partial<MailedLetter> = {}): MailedLetter => ({
  letterId,
  kind: "sign-up",
  mailedOn,
  state: "live",
  ...change
})

const typed = (letterId: string): TypedEvidence => ({ verificationType: "letterId", letterId })

/** Those who prove with a letter, or try to. */
export const letterPeople = ({ daysAgo, lastTaxYear: last }: Calendar): ReadonlyArray<Person> => [
  personOf({
    story: "lena-letter",
    name: "LENA LETTER",
    sentence: "Has a letter about signing up, and enters its letter ID.",
    id: "900122001",
    evidence: typed("L0000000001"),
    ending: "approved",
    returns: [filedReturnOf(last, { incomeTaxAfterCredits: 0 })],
    letters: [
      letterOf("L0000000001", daysAgo(20)),
      letterOf("L0000000002", daysAgo(60), { state: "superseded" }),
      letterOf("L0000000003", daysAgo(10), { kind: "notice" })
    ]
  }),
  personOf({
    story: "edna-expired-letter",
    name: "EDNA EXPIRED",
    sentence: "Found the letter in a drawer. It is too old.",
    id: "900122002",
    evidence: typed("L0000000004"),
    ending: "not-verified",
    returns: [filedReturnOf(last, { incomeTaxAfterCredits: 15_000 })],
    letters: [letterOf("L0000000004", daysAgo(91))]
  }),
  personOf({
    story: "ulf-used-letter",
    name: "ULF USED",
    sentence: "Enters a letter ID that someone has already used.",
    id: "900122003",
    evidence: typed("L0000000005"),
    ending: "not-verified",
    returns: [filedReturnOf(last, { incomeTaxAfterCredits: 16_000 })],
    letters: [letterOf("L0000000005", daysAgo(30), { state: "used" })]
  }),
  personOf({
    story: "theo-thief-first",
    name: "THEO OWNER",
    sentence: "Someone else registered first, with an amount. Now the owner has a letter.",
    id: "900122004",
    evidence: typed("L0000000006"),
    ending: "approved",
    role: "MasterAdministrator",
    returns: [filedReturnOf(last, { incomeTaxAfterCredits: 17_000 })],
    letters: [letterOf("L0000000006", daysAgo(5))],
    logons: [
      {
        username: "quick.silver",
        name: "A STRANGER",
        email: "quick.silver@example.net",
        phoneNumber: "(617) 555-0190",
        role: "MasterAdministrator",
        evidence: "amount",
        taxProfessional: false,
        clients: []
      }
    ]
  })
]
