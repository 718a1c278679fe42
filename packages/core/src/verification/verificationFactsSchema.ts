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
    id: typed,
    confirmId: typed,
    accountType: accountTypeSchema,
    kind: Schema.Literals(claimKindIds),
    amount: Schema.NullOr(Schema.Int.check(Schema.isBetween({ minimum: -99_999_999_999, maximum: 99_999_999_999 }))),
    letterId: Schema.NullOr(typed)
  }),
  record: taxpayerRecordSchema,
  attempts: Schema.Struct({
    amountFailures: count,
    amountFailuresInYear: count,
    letterFailures: count,
    letterFailuresLately: count,
    letterFailuresEverywhere: count
  })
})
