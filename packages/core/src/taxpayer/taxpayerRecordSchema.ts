import * as Schema from "effect/Schema"
import { accountTypeSchema } from "./accountTypeSchema.ts"

/** A day, ISO 8601: `2020-11-20`. */
const day = Schema.String.check(Schema.isPattern(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u))

/** Whole US cents, at most $999,999,999.99 either way: a form can have a loss on its line. */
const cents = Schema.NullOr(Schema.Int.check(Schema.isBetween({ minimum: -99_999_999_999, maximum: 99_999_999_999 })))

const lines = Schema.Struct({
  incomeTaxAfterCredits: cents,
  /** The refund on the form's line, before offsets and interest, without amounts applied to next year's tax. @rule R-42 */
  refund: cents,
  amountDue: cents,
  lineItem: cents
})

/** The lines of a return that evidence can use: whole US cents, or null if the return does not have the line. */
export type ReturnLines = typeof lines.Type

const filedReturn = Schema.Struct({
  accountType: accountTypeSchema,
  /** Name of the form: `Form 1`. */
  form: Schema.String.check(Schema.isMaxLength(40)),
  /** Four digits: `2019`. */
  taxYear: Schema.Int.check(Schema.isBetween({ minimum: 1900, maximum: 9999 })),
  /** Last day of the period: `2019-12-31`. */
  periodEnd: day,
  /** Day it was posted; the return does not count before that day. @rule R-41 */
  postedOn: day,
  /** Held for identity-theft review. @rule R-41 */
  underReview: Schema.Boolean,
  /** Filed by two spouses; it is on the record of each. @rule R-12 */
  joint: Schema.Boolean,
  /** As originally filed. @rule R-11 */
  filed: lines,
  /** As corrected by the Department; null if it was not. @rule R-11 */
  adjusted: Schema.NullOr(lines),
  /** Only on an amendment: the period end of the return that it amends. An amendment is not a separate return. @rule R-11 */
  amendedOf: Schema.optionalKey(day)
})

/** A return on file. */
export type FiledReturn = typeof filedReturn.Type

const letter = Schema.Struct({
  letterId: Schema.String.check(Schema.isPattern(/^L\d{10}$/u)),
  kind: Schema.Literals(["sign-up", "identity-verification", "notice"]),
  ageDays: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100_000 })),
  state: Schema.Literals(["live", "reserved", "used", "superseded"])
})

/** Everything on file for a number, in any order; empty lists for an unknown number. */
export const taxpayerRecordSchema = Schema.Struct({
  returns: Schema.Array(filedReturn).check(Schema.isMaxLength(1000)),
  letters: Schema.Array(letter).check(Schema.isMaxLength(1000)),
  /** Day of the decision in America/New_York. @rule R-44 */
  today: day
})

export type TaxpayerRecord = typeof taxpayerRecordSchema.Type
