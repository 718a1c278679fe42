import * as Schema from "effect/Schema"
import { accountTypeSchema } from "./accountTypeSchema.ts"

/** A day, ISO 8601: `2020-11-20`. */
const day = Schema.String.check(Schema.isPattern(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u))

/** Whole US cents, at most $999,999,999.99 either way: a form can have a loss on its line. */
const cents = Schema.NullOr(Schema.Int.check(Schema.isBetween({ minimum: -99_999_999_999, maximum: 99_999_999_999 })))

const lines = Schema.Struct({ incomeTaxAfterCredits: cents, refund: cents, amountDue: cents, lineItem: cents })

const filedReturn = Schema.Struct({
  accountType: accountTypeSchema,
  form: Schema.String.check(Schema.isMaxLength(40)),
  taxYear: Schema.Int.check(Schema.isBetween({ minimum: 1900, maximum: 9999 })),
  periodEnd: day,
  postedOn: day,
  underReview: Schema.Boolean,
  joint: Schema.Boolean,
  filed: lines,
  adjusted: Schema.NullOr(lines),
  amendedOf: Schema.optionalKey(day)
})

const letter = Schema.Struct({
  letterId: Schema.String.check(Schema.isPattern(/^L\d{10}$/u)),
  kind: Schema.Literals(["sign-up", "identity-verification", "notice"]),
  ageDays: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100_000 })),
  state: Schema.Literals(["live", "reserved", "used", "superseded"])
})

/** Everything on file for a number, in JSON. */
export const taxpayerRecordSchema = Schema.Struct({
  returns: Schema.Array(filedReturn).check(Schema.isMaxLength(1000)),
  letters: Schema.Array(letter).check(Schema.isMaxLength(1000)),
  today: day
})
