import * as Schema from "effect/Schema"
import { secondStepFactsSchema } from "./secondStepFactsSchema.ts"

/** The facts of `passkey`, as JSON has them. */
export const passkeyFactsSchema = Schema.Struct({
  ...secondStepFactsSchema.fields,
  passkey: Schema.Struct({
    signed: Schema.Boolean,
    state: Schema.Literals(["open", "confirmed", "superseded"]),
    /** Milliseconds since 1970-01-01T00:00:00Z. */
    expiresAt: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 253_402_300_799_999 }))
  })
})
