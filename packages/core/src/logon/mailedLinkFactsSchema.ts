import * as Schema from "effect/Schema"

/** Milliseconds since 1970-01-01T00:00:00Z. */
const moment = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 253_402_300_799_999 }))

/** The facts of `mailed-link`, as JSON has them. */
export const mailedLinkFactsSchema = Schema.Struct({
  mailedLink: Schema.Struct({
    state: Schema.Literals(["open", "used", "superseded"]),
    now: moment,
    expiresAt: moment
  })
})
