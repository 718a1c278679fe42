import type { Calendar } from "../calendarOf.ts"
import { filedReturnOf, returnLinesOf } from "../filedReturnOf.ts"
import type { Person, TypedEvidence } from "../Person.ts"
import { personOf } from "../personOf.ts"

const taxAfterCredits = (amount: string): TypedEvidence => ({
  verificationType: "amount",
  amountKind: "taxReturnAmount",
  amount
})

const refund = (amount: string): TypedEvidence => ({ verificationType: "amount", amountKind: "refundAmount", amount })

/** LARRY MO, and others who prove with an amount, or try to. */
export const amountPeople = ({ lastTaxYear: last }: Calendar): ReadonlyArray<Person> => {
  const joint = filedReturnOf(last, { incomeTaxAfterCredits: 61_200 }, { joint: true })
  return [
    personOf({
      story: "larry-mo",
      name: "LARRY MO",
      sentence: "Has filed for years, and enters the income tax after credits from the latest return.",
      id: "900126789",
      evidence: taxAfterCredits("100.00"),
      ending: "approved",
      wish: { username: "good.elmo", email: "goodelmo@dor.state.ma.us", phoneNumber: "(111) 111-1111" },
      returns: [
        filedReturnOf(last, { incomeTaxAfterCredits: 10_000 }),
        filedReturnOf(last - 1, { incomeTaxAfterCredits: 25_000, refund: 3_100 }),
        filedReturnOf(last - 2, { incomeTaxAfterCredits: 31_050 }),
        filedReturnOf(last - 3, { incomeTaxAfterCredits: 40_475 })
      ]
    }),
    personOf({
      story: "rita-refund",
      name: "RITA FUNDY",
      sentence: "Got a refund two years ago, and enters the refund from that return.",
      id: "900121001",
      evidence: refund("512.40"),
      ending: "approved",
      returns: [
        filedReturnOf(last, { incomeTaxAfterCredits: 88_000, refund: 0 }),
        filedReturnOf(last - 1, { incomeTaxAfterCredits: 90_000, refund: 51_240 })
      ]
    }),
    personOf({
      story: "uma-use-tax",
      name: "UMA USETAX",
      sentence: "Paid use tax on an out-of-state purchase, and enters the amount due.",
      id: "900121002",
      accountType: "individual-use-tax",
      evidence: { verificationType: "amount", amountKind: "amountDue", amount: "64.00" },
      ending: "approved",
      returns: [filedReturnOf(last, { amountDue: 6_400 }, { accountType: "individual-use-tax", form: "Form ST-11" })]
    }),
    personOf({
      story: "zoe-zero",
      name: "ZOE ZERO",
      sentence: "Filed only zero returns. The page refuses an amount of 0, and no attempt counts.",
      id: "900121003",
      evidence: taxAfterCredits("0.00"),
      ending: "issue",
      returns: [0, 1, 2].map((back) => filedReturnOf(last - back, { incomeTaxAfterCredits: 0, refund: 0 }))
    }),
    personOf({
      story: "otto-older",
      name: "OTTO OLDER",
      sentence: "Enters an amount from the fourth-newest return. Only the last three count.",
      id: "900121004",
      evidence: taxAfterCredits("400.00"),
      ending: "not-verified",
      returns: [0, 1, 2, 3].map((back) => filedReturnOf(last - back, { incomeTaxAfterCredits: 10_000 * (back + 1) }))
    }),
    personOf({
      story: "ada-another-account",
      name: "ADA ANOTHER",
      sentence: "Chooses Personal Income Tax, but enters an amount from an Individual Use Tax return.",
      id: "900121005",
      evidence: taxAfterCredits("75.00"),
      ending: "not-verified",
      returns: [
        filedReturnOf(last, { incomeTaxAfterCredits: 18_000 }),
        filedReturnOf(last, { amountDue: 7_500 }, { accountType: "individual-use-tax", form: "Form ST-11" })
      ]
    }),
    personOf({
      story: "ivan-itin",
      name: "IVAN ITIN",
      sentence: "Files with an ITIN.",
      idType: "ITIN",
      id: "900931006",
      evidence: taxAfterCredits("230.15"),
      ending: "approved",
      returns: [filedReturnOf(last, { incomeTaxAfterCredits: 23_015 })]
    }),
    personOf({
      story: "jo-joint",
      name: "JO JOINT",
      sentence: "Filed a joint return. Either spouse can use its amounts.",
      id: "900121007",
      evidence: taxAfterCredits("612.00"),
      ending: "approved",
      returns: [joint]
    }),
    personOf({
      story: "sam-spouse",
      name: "SAM JOINT",
      sentence: "Is the other spouse of the joint return, and enters the same amount.",
      id: "900121008",
      evidence: taxAfterCredits("612.00"),
      ending: "approved",
      returns: [joint]
    }),
    personOf({
      story: "amy-amended",
      name: "AMY AMENDED",
      sentence: "Amended a return, and enters the amount that was filed originally.",
      id: "900121009",
      evidence: taxAfterCredits("420.00"),
      ending: "approved",
      returns: [
        filedReturnOf(last, { incomeTaxAfterCredits: 42_000 }),
        filedReturnOf(
          last,
          { incomeTaxAfterCredits: 39_000 },
          { postedOn: `${last + 1}-08-01`, amendedOf: `${last}-12-31` }
        )
      ]
    }),
    personOf({
      story: "rod-adjusted",
      name: "ROD ADJUSTED",
      sentence: "Received a smaller refund than the return shows, and enters the one on the return.",
      id: "900121010",
      evidence: refund("300.00"),
      ending: "approved",
      returns: [
        filedReturnOf(
          last,
          { incomeTaxAfterCredits: 70_000, refund: 30_000 },
          { adjusted: returnLinesOf({ incomeTaxAfterCredits: 74_000, refund: 26_000 }) }
        )
      ]
    })
  ]
}
