import * as Schema from "effect/Schema"

/** Milliseconds since 1970-01-01T00:00:00Z. */
const moment = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 253_402_300_799_999 }))

/** The facts of `letter-request`, as JSON has them. */
export const letterRequestFactsSchema = Schema.Struct({
  letterRequest: Schema.Struct({
    /** The number is on file. */
    onFile: Schema.Boolean,
    /** When the newest letter was mailed that is neither used nor overtaken by one that was; null: none is out. */
    unusedMailedAt: Schema.NullOr(moment),
    /** When the newest letter was mailed on request, whatever became of it; null: none was. */
    newestMailedAt: Schema.NullOr(moment),
    /** Letters that were mailed on request in the window. */
    mailedInWindow: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100_000 })),
    now: moment
  })
})
