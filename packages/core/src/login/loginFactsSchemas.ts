import * as Schema from "effect/Schema"

/** Milliseconds since 1970-01-01T00:00:00Z. */
const moment = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 253_402_300_799_999 }))
const count = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000 }))

/** The facts of `log-in-tries`, as JSON has them. */
export const logInTriesFactsSchema = Schema.Struct({
  logIn: Schema.Struct({
    /** Wrong passwords of the logon since its last right one, from everywhere. */
    failuresInARow: count,
    /** Whether this browser shows that it is trusted for the logon. */
    fromTrustedDevice: Schema.Boolean,
    /** Whether it comes with the activation code that opens its first log-in. */
    byActivationCode: Schema.Boolean
  })
})

/** The facts of `session` and `password-again`, as JSON has them. */
export const sessionFactsSchema = Schema.Struct({
  session: Schema.Struct({
    /** It was logged out, replaced by one of a higher level, or ended by its owner. */
    ended: Schema.Boolean,
    now: moment,
    /** When its last call came. */
    lastSeenAt: moment,
    /** It is over at that moment in any case. */
    expiresAt: moment,
    /** When the password was last typed. */
    passwordAt: moment
  })
})
