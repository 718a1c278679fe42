import * as Schema from "effect/Schema"

/** The facts of `two-step-method` and `two-step-removal`, as JSON has them. */
export const twoStepMethodFactsSchema = Schema.Struct({
  method: Schema.Struct({
    kind: Schema.Literals(["totp", "sms", "email", "passkey"]),
    confirmed: Schema.Boolean,
    others: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000 }))
  })
})
