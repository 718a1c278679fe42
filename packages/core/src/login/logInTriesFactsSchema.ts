import * as Schema from "effect/Schema"

/** The facts of `log-in-tries`, as JSON has them. */
export const logInTriesFactsSchema = Schema.Struct({
  logIn: Schema.Struct({
    failuresInARow: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000 })),
    fromTrustedDevice: Schema.Boolean,
    byActivationCode: Schema.Boolean
  })
})
