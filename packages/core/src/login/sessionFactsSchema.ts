import * as Schema from "effect/Schema"

/** Milliseconds since 1970-01-01T00:00:00Z. */
const moment = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 253_402_300_799_999 }))

/** The facts of `session` and `password-again`, as JSON has them. */
export const sessionFactsSchema = Schema.Struct({
  session: Schema.Struct({
    ended: Schema.Boolean,
    now: moment,
    lastSeenAt: moment,
    expiresAt: moment,
    passwordAt: moment
  })
})
