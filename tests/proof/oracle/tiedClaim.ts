import * as Schema from "effect/Schema"
import type { FactsOf } from "../../../packages/core/src/questions/questionIds.ts"

type Facts = FactsOf<"verification">

/** A choice, whatever it is of. */
export const choice = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 999 }))
/** The one of a list that a choice says. */
export const pick = <T>(from: ReadonlyArray<T>, by: number): T => from[by % from.length]!

const ids = [
  "900126789",
  "078051120",
  "219099999",
  "071234567",
  "666123456",
  "900896789",
  "001234567",
  "123456789",
  "12345678",
  "9001267890",
  "90012678x"
]
const days = ["2020-11-20", "2020-11-19", "2020-10-31", "2020-10-30", "2019-05-01", "2021-01-01"]
const periods = ["2019-12-31", "2018-12-31", "2017-12-31", "2016-12-31", "2015-12-31"]

/** What a schema generates meets a record by chance only: this ties claim and record together, and leaves the rest as it came. */
export const tied = (facts: Facts, by: ReadonlyArray<number>): Facts => {
  const at = (i: number) => by[i % by.length]!
  const amounts = [10_000, 20_049, 20_050, 30_000, 0, -500]
  const lines = (i: number) => ({
    incomeTaxAfterCredits: pick(amounts, at(i)),
    refund: pick(amounts, at(i + 1)),
    amountDue: pick([...amounts, null], at(i + 2)),
    lineItem: pick([...amounts, 20_000, 20_100], at(i + 3))
  })
  const returns = facts.record.returns.slice(0, 8).map((filed, i) => ({
    ...filed,
    accountType: at(i) % 4 === 0 ? filed.accountType : facts.claim.accountType,
    form: pick(["Form 1", "Form 355", "Form 63 FI", "Form 3M"], at(i + 4)),
    periodEnd: pick(periods, at(i + 5)),
    taxYear: Number(pick(periods, at(i + 5)).slice(0, 4)),
    postedOn: pick(days, at(i + 6)),
    underReview: at(i + 7) % 5 === 0,
    filed: lines(i),
    adjusted: at(i + 8) % 3 === 0 ? lines(i + 9) : null
  }))
  const id = pick(ids, at(11))
  const letterId = pick(["L0123456789", "L9999999999", "L012345678", "0123456789"], at(12))
  return {
    claim: {
      ...facts.claim,
      taxpayerType:
        at(13) % 4 === 0 ? facts.claim.taxpayerType : facts.claim.idType === "FEIN" ? "business" : "individual",
      id,
      amount: at(15) % 9 === 0 ? facts.claim.amount : pick(amounts, at(15)),
      letterId: at(16) % 9 === 0 ? facts.claim.letterId : letterId
    },
    record: {
      returns: at(22) % 7 === 0 ? facts.record.returns : returns,
      letters: facts.record.letters.map((letter, i) => ({
        ...letter,
        letterId: at(i) % 3 === 0 ? letter.letterId : "L0123456789",
        ageDays: pick([0, 20, 21, 89, 90], at(i + 17))
      })),
      today: "2020-11-20"
    },
    attempts: {
      amountFailures: pick([0, 1, 2, 3, 4, 5], at(18)),
      amountFailuresInYear: pick([0, 4, 5, 9, 10], at(19)),
      letterFailures: pick([0, 1, 2, 3, 4, 5], at(20)),
      letterFailuresLately: pick([0, 1, 2], at(21)),
      letterFailuresEverywhere: pick([0, 5, 99, 100, 2000], at(23))
    }
  }
}
