import * as Schema from "effect/Schema"
import { accountTypeSchema } from "../taxpayer/accountTypeSchema.ts"
import { taxpayerRecordSchema } from "../taxpayer/taxpayerRecordSchema.ts"
import { claimKindIds } from "./claimKinds.ts"

/** What a person typed may be of any form: that it is wrong is for a rule to say. */
const typed = Schema.String.check(Schema.isMaxLength(100))

const count = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000 }))

/** The facts of `verification`, as JSON has them. */
export const verificationFactsSchema = Schema.Struct({
  claim: Schema.Struct({
    taxpayerType: Schema.Literals(["individual", "business"]),
    idType: Schema.Literals(["SSN", "ITIN", "FEIN"]),
    /** Nine digits. */
    id: typed,
    accountType: accountTypeSchema,
    kind: Schema.Literals(claimKindIds),
    /** Whole US cents; null where a letter is the evidence. */
    amount: Schema.NullOr(Schema.Int.check(Schema.isBetween({ minimum: -99_999_999_999, maximum: 99_999_999_999 }))),
    /** `L` and ten digits; null where an amount is the evidence. */
    letterId: Schema.NullOr(typed)
  }),
  record: taxpayerRecordSchema,
  /** Counted for a number whether it is on file or not, so it is no secret of the record. @rule D-30 */
  attempts: Schema.Struct({
    /** Failed amount claims in the sliding window. */
    amountFailures: count,
    /** Failed amount claims in the last 365 days. */
    amountFailuresInYear: count,
    /** Failed letter claims from the network that asks, in the sliding window of letters. @rule D-61 */
    letterFailures: count,
    /** Those of them of the last minutes, as many as such a network has to wait. */
    letterFailuresLately: count,
    /** Failed letter claims from all networks together, in the sliding window of letters. */
    letterFailuresEverywhere: count
  })
})
