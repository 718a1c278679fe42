import type { FactsOf } from "@mtc-logon/core/questions/rules"

export type Facts = FactsOf<"verification">

/** Numbers that are the same at each run. */
let state = 12_345
const random = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) / 4_294_967_296
const pick = <T>(from: ReadonlyArray<T>): T => from[Math.floor(random() * from.length)]!
const digits = (count: number): string => Array.from({ length: count }, () => Math.floor(random() * 10)).join("")

const business = ["corporate-excise", "financial-institution-excise", "sales-and-use", "withholding"] as const

/** A case in which one thing is wrong, from 1 to 9; 0: nothing is. As it comes from JSON. */
const caseOf = (wrong: number): Facts => {
  const taxpayerType = pick(["individual", "business"] as const)
  const accountType = taxpayerType === "individual" ? "personal-income-tax" : pick(business)
  const idType = taxpayerType === "business" ? "FEIN" : "SSN"
  const id =
    idType === "FEIN"
      ? `12${digits(7)}`
      : `1234${1 + Math.floor(random() * 9)}${1 + Math.floor(random() * 9)}${digits(2)}1`
  const takesLineItem = accountType === "corporate-excise" || accountType === "financial-institution-excise"
  const kinds = ["taxReturnAmount", "refundAmount", "letterId", ...(takesLineItem ? ["lineItem"] : [])] as const
  const kind = wrong === 7 ? "letterId" : wrong === 5 || wrong === 6 || wrong === 8 ? "taxReturnAmount" : pick(kinds)
  const amount = () => 100 * (1 + Math.floor(random() * 1e6))
  const lines = () => ({ incomeTaxAfterCredits: amount(), refund: amount(), amountDue: amount(), lineItem: amount() })
  const returns = [2023, 2022, 2021, 2020].flatMap((taxYear) =>
    [accountType, pick(["meals", "room-occupancy"] as const)].map((type) => ({
      accountType: type,
      form: "Form 1",
      taxYear,
      periodEnd: `${taxYear}-12-31`,
      postedOn: `${taxYear + 1}-05-01`,
      underReview: false,
      joint: random() < 0.3,
      filed: lines(),
      adjusted: random() < 0.1 ? lines() : null
    }))
  )
  const mine = returns.filter((filed) => filed.accountType === accountType)
  const { filed } = mine[Math.floor(random() * 3)]!
  const letters = [
    { letterId: `L${digits(10)}`, kind: "identity-verification", ageDays: 3, state: "live" },
    { letterId: `L${digits(10)}`, kind: "sign-up", ageDays: 20, state: wrong === 7 ? "used" : "live" }
  ]
  const line =
    kind === "refundAmount" ? filed.refund : kind === "lineItem" ? filed.lineItem : filed.incomeTaxAfterCredits
  const facts = {
    claim: {
      taxpayerType,
      idType: wrong === 1 ? (idType === "FEIN" ? "SSN" : "FEIN") : idType,
      id: wrong === 2 ? digits(8) : wrong === 3 ? digits(10) : id,
      accountType,
      kind,
      amount:
        kind === "letterId"
          ? null
          : wrong === 5
            ? 0
            : wrong === 6
              ? 99_999_999_999
              : wrong === 8
                ? mine[3]!.filed.incomeTaxAfterCredits
                : line,
      letterId: kind === "letterId" ? letters[1]!.letterId : null
    },
    record: {
      returns: wrong === 4 ? returns.filter((each) => each.accountType !== accountType) : returns,
      letters,
      today: "2024-11-20"
    },
    attempts: {
      amountFailures: wrong === 9 ? 5 : 1,
      amountFailuresInYear: 1,
      letterFailures: wrong === 9 ? 5 : 1,
      letterFailuresLately: 1,
      letterFailuresEverywhere: wrong === 9 ? 5 : 1
    }
  }
  return JSON.parse(JSON.stringify(facts)) as Facts
}

const accepted = Array.from({ length: 64 }, () => caseOf(0))
const refused = Array.from({ length: 63 }, (_, i) => caseOf(1 + (i % 9)))

/** The three mixes: all accepted, all refused (each for one of nine reasons), and one third refused. */
export const mixes = {
  accepted,
  refused,
  mixed: Array.from({ length: 63 }, (_, i) => (i % 3 === 2 ? refused[i]! : accepted[i]!))
}

export type Mix = keyof typeof mixes
