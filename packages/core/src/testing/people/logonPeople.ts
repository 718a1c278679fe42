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
    sentence: "Wants the username that Gina Rossi has, in capitals.",
    id: "900123001",
    evidence: amount("210.00"),
    ending: "issue",
    wish: { username: "G.ROSSI", email: "greg@example.com", phoneNumber: "(617) 555-0101" },
    returns: [filedReturnOf(last, { incomeTaxAfterCredits: 21_000 })]
  }),
  personOf({
    story: "gina-has-logon",
    name: "GINA ROSSI",
    sentence: "Has a logon already, and forgot: she is told so once she is verified.",
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
    sentence: "A Master Administrator exists already, so a newcomer gets the verified account only.",
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
    sentence: "A tax professional with a logon of her own and two clients who let her in.",
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
