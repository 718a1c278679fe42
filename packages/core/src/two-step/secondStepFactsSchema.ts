import * as Schema from "effect/Schema"

/** Milliseconds since 1970-01-01T00:00:00Z. */
const moment = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 253_402_300_799_999 }))

/** The facts of every second step, as JSON has them. */
export const secondStepFactsSchema = Schema.Struct({
  secondStep: Schema.Struct({
    failuresInARow: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000 })),
    lockedUntil: Schema.NullOr(moment),
    now: moment
  })
})
