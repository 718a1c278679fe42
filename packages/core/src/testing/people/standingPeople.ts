import type { Calendar } from "../calendarOf.ts"
import { filedReturnOf } from "../filedReturnOf.ts"
import type { Person, TypedEvidence } from "../Person.ts"
import { personOf } from "../personOf.ts"

const amount = (typed: string): TypedEvidence => ({
  verificationType: "amount",
  amountKind: "taxReturnAmount",
  amount: typed
})

/** Those who are verified and not approved, and businesses. */
export const standingPeople = ({ daysAgo, lastTaxYear: last }: Calendar): ReadonlyArray<Person> => [
  personOf({
    story: "hal-hold",
    name: "HAL HELD",
    sentence: "Has an identity-theft hold on the number. The request is submitted, then finished by phone.",
    id: "900124001",
    evidence: amount("310.00"),
    ending: "referred",
    holds: ["identity-theft"],
    returns: [filedReturnOf(last, { incomeTaxAfterCredits: 31_000 })]
  }),
  personOf({
    story: "lou-locked-self",
    name: "LOU LOCKE",
    sentence: "Closed online registration for their own number, and forgot.",
    id: "900124002",
    evidence: amount("320.00"),
    ending: "referred",
    holds: ["registration-lock"],
    returns: [filedReturnOf(last, { incomeTaxAfterCredits: 32_000 })]
  }),
  personOf({
    story: "cleo-closed-account",
    name: "CLEO CLOSED",
    sentence: "Has a tax account that is closed to online access.",
    id: "900124003",
    evidence: amount("330.00"),
    ending: "denied",
    taxAccounts: [{ accountType: "personal-income-tax", openedOn: "2012-03-01", closedOnline: true }],
    returns: [filedReturnOf(last, { incomeTaxAfterCredits: 33_000 })]
  }),
  personOf({
    story: "rae-under-review",
    name: "RAE REVIEW",
    sentence: "Enters an amount from a return that is held for identity-theft review.",
    id: "900124004",
    evidence: amount("340.00"),
    ending: "not-verified",
    returns: [filedReturnOf(last, { incomeTaxAfterCredits: 34_000 }, { underReview: true })]
  }),
  personOf({
    story: "bayside-bakery",
    name: "BAYSIDE BAKERY INC",
    sentence: "A corporation that enters its total assets. The form uses whole dollars, so cents are rounded.",
    taxpayerType: "business",
    idType: "FEIN",
    id: "001234567",
    accountType: "corporate-excise",
    evidence: { verificationType: "lineItem", amount: "1,250,000.49" },
    ending: "approved",
    wish: { username: "bayside.bakery", email: "office@bayside.example", phoneNumber: "(617) 555-0167" },
    returns: [filedReturnOf(last, { lineItem: 125_000_000 }, { accountType: "corporate-excise", form: "Form 355" })]
  }),
  personOf({
    story: "harbor-bank",
    name: "HARBOR SAVINGS BANK",
    sentence: "A bank that enters the net income from its return, and has moved.",
    taxpayerType: "business",
    idType: "FEIN",
    id: "001234568",
    accountType: "financial-institution-excise",
    evidence: { verificationType: "lineItem", amount: "845,000" },
    ending: "approved",
    wish: { username: "harbor.bank", email: "tax@harbor.example", phoneNumber: "(617) 555-0168" },
    returns: [
      filedReturnOf(last, { lineItem: 84_500_000 }, { accountType: "financial-institution-excise", form: "Form 63 FI" })
    ],
    contact: {
      address: ["HARBOR SAVINGS BANK", "2 New Wharf", "Boston MA 02110"],
      formerAddress: ["HARBOR SAVINGS BANK", "1 Old Wharf", "Boston MA 02109"],
      addressChangedOn: daysAgo(10),
      emails: ["ledger@harbor.example"]
    }
  })
]
