import * as Schema from "effect/Schema"

/** Milliseconds since 1970-01-01T00:00:00Z. */
const moment = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 253_402_300_799_999 }))

/** The facts of `letter-request`, as JSON has them. */
export const letterRequestFactsSchema = Schema.Struct({
  letterRequest: Schema.Struct({
    onFile: Schema.Boolean,
    unusedMailedAt: Schema.NullOr(moment),
    newestMailedAt: Schema.NullOr(moment),
    mailedInWindow: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100_000 })),
    now: moment
  })
})
