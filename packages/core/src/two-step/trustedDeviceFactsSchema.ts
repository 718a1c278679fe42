import * as Schema from "effect/Schema"

/** Milliseconds since 1970-01-01T00:00:00Z. */
const moment = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 253_402_300_799_999 }))

/** The facts of `trusted-device`, as JSON has them. */
export const trustedDeviceFactsSchema = Schema.Struct({
  trustedDevice: Schema.Struct({
    sameLogon: Schema.Boolean,
    revoked: Schema.Boolean,
    replacedAt: Schema.NullOr(moment),
    now: moment,
    expiresAt: moment
  })
})
