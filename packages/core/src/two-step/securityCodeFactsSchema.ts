import * as Schema from "effect/Schema"

/** Milliseconds since 1970-01-01T00:00:00Z. */
const moment = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 253_402_300_799_999 }))
const count = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000 }))

/** The facts of `security-code`, as JSON has them. */
export const securityCodeFactsSchema = Schema.Struct({
  securityCode: Schema.Struct({
    equal: Schema.Boolean,
    state: Schema.Literals(["open", "confirmed", "superseded"]),
    failures: count,
    failuresInARow: count,
    lockedUntil: Schema.NullOr(moment),
    now: moment,
    expiresAt: moment
  })
})
