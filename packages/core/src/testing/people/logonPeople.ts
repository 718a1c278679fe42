import type { Calendar } from "../calendarOf.ts"
import { filedReturnOf } from "../filedReturnOf.ts"
import type { ExistingLogon, Person, TypedEvidence } from "../Person.ts"
import { personOf } from "../personOf.ts"

const amount = (typed: string): TypedEvidence => ({
  verificationType: "amount",
  amountKind: "taxReturnAmount",
  amount: typed
})

const masterOf = (username: string, name: string, change: Partial<ExistingLogon> = {}): ExistingLogon => ({
  username,
  name,
  email: `${username}@example.com`,
  phoneNumber: "(617) 555-0180",
  role: "MasterAdministrator",
  evidence: "amount",
  taxProfessional: false,
  clients: [],
  ...change
})

/** Those for whom it matters which logons there are. */
export const logonPeople = ({ lastTaxYear: last }: Calendar): ReadonlyArray<Person> => [
  personOf({
    story: "greg-username-taken",
    name: "GREG ROSSI",
    sentence: "Wants Gina Rossi's username, in capital letters.",
    id: "900123001",
    evidence: amount("210.00"),
    ending: "issue",
    wish: { username: "G.ROSSI", email: "greg@example.com", phoneNumber: "(617) 555-0101" },
    returns: [filedReturnOf(last, { incomeTaxAfterCredits: 21_000 })]
  }),
  personOf({
    story: "gina-has-logon",
    name: "GINA ROSSI",
    sentence: "Already has a logon, but forgot. The form says so after it verifies her.",
    id: "900123002",
    evidence: amount("220.00"),
    ending: "approved",
    role: "TaxAdministrator",
    returns: [filedReturnOf(last, { incomeTaxAfterCredits: 22_000 })],
    logons: [masterOf("g.rossi", "GINA ROSSI")]
  }),
  personOf({
    story: "mel-master-exists",
    name: "MEL MASTERS",
    sentence: "A Master Administrator already exists, so this person gets only the verified account.",
    id: "900123003",
    evidence: amount("230.00"),
    ending: "approved",
    role: "TaxAdministrator",
    returns: [filedReturnOf(last, { incomeTaxAfterCredits: 23_000 })],
    logons: [masterOf("mo.masters", "MO MASTERS", { evidence: "letterId" })]
  }),
  personOf({
    story: "tess-tax-professional",
    name: "TESS PRO",
    sentence: "A tax professional who has a logon. Two clients gave her access.",
    id: "900123004",
    evidence: amount("240.00"),
    ending: "approved",
    role: "TaxAdministrator",
    returns: [filedReturnOf(last, { incomeTaxAfterCredits: 24_000 })],
    logons: [
      masterOf("tess.pro", "TESS PRO", {
        taxProfessional: true,
        clients: ["gina-has-logon", "mel-master-exists"]
      })
    ]
  })
]
