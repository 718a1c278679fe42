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
      sentence:
        "The person of the walk-through: filed for years, and types the income tax after credits of the last one.",
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
      sentence: "Got money back two years ago, and types the refund of that return.",
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
      sentence: "Paid use tax on a purchase from elsewhere, and types the amount due.",
      id: "900121002",
      accountType: "individual-use-tax",
      evidence: { verificationType: "amount", amountKind: "amountDue", amount: "64.00" },
      ending: "approved",
      returns: [filedReturnOf(last, { amountDue: 6_400 }, { accountType: "individual-use-tax", form: "Form ST-11" })]
    }),
    personOf({
      story: "zoe-zero",
      name: "ZOE ZERO",
      sentence: "Filed only zero returns: an amount of 0 is turned away on the page, and costs no attempt.",
      id: "900121003",
      evidence: taxAfterCredits("0.00"),
      ending: "issue",
      returns: [0, 1, 2].map((back) => filedReturnOf(last - back, { incomeTaxAfterCredits: 0, refund: 0 }))
    }),
    personOf({
      story: "otto-older",
      name: "OTTO OLDER",
      sentence: "Types the amount of the fourth-oldest return, which is one too old.",
      id: "900121004",
      evidence: taxAfterCredits("400.00"),
      ending: "not-verified",
      returns: [0, 1, 2, 3].map((back) => filedReturnOf(last - back, { incomeTaxAfterCredits: 10_000 * (back + 1) }))
    }),
    personOf({
      story: "ada-another-account",
      name: "ADA ANOTHER",
      sentence: "Types an amount of Individual Use Tax for Personal Income Tax.",
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
      sentence: "Filed a joint return: either spouse may use its amounts.",
      id: "900121007",
      evidence: taxAfterCredits("612.00"),
      ending: "approved",
      returns: [joint]
    }),
    personOf({
      story: "sam-spouse",
      name: "SAM JOINT",
      sentence: "The other spouse of the joint return, with the same amount.",
      id: "900121008",
      evidence: taxAfterCredits("612.00"),
      ending: "approved",
      returns: [joint]
    }),
    personOf({
      story: "amy-amended",
      name: "AMY AMENDED",
      sentence: "Amended a return, and types the amount as it was filed at first.",
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
      sentence: "Was sent a smaller refund than on the form, and types the one on the form.",
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
