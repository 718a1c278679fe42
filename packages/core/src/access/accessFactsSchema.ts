import * as Schema from "effect/Schema"
import { accountTypeSchema } from "../taxpayer/accountTypeSchema.ts"
import { holdKinds } from "../taxpayer/TaxpayerRecords.ts"

/** The facts of `role` and `terms`, as JSON has them. */
export const accessFactsSchema = Schema.Struct({
  access: Schema.Struct({
    masterExists: Schema.Boolean,
    accountType: accountTypeSchema,
    taxProfessional: Schema.Boolean,
    termsAccepted: Schema.Boolean,
    termsVersion: Schema.String.check(Schema.isMaxLength(40))
  })
})

/** The facts of `processing`, as JSON has them. */
export const processingFactsSchema = Schema.Struct({
  request: Schema.Struct({
    holds: Schema.Array(Schema.Literals(holdKinds)).check(Schema.isMaxLength(10)),
    accountClosed: Schema.Boolean
  })
})
