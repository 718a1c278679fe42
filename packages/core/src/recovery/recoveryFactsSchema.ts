import * as Schema from "effect/Schema"
import { mailedLinkFactsSchema } from "../logon/mailedLinkFactsSchema.ts"

const count = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000 }))

/** The facts of `recovery`, as JSON has them. */
export const recoveryFactsSchema = Schema.Struct({
  ...mailedLinkFactsSchema.fields,
  recovery: Schema.Struct({
    status: Schema.Literals(["reserved", "approved", "active", "frozen", "expired"]),
    wrongAnswers: count,
    wrongAnswersInWindow: count,
    proved: Schema.Boolean
  })
})
