import * as Schema from "effect/Schema"
import { mailedLinkFactsSchema } from "../logon/logonFactsSchemas.ts"

const count = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000 }))

/** The facts of `recovery`, as JSON has them. */
export const recoveryFactsSchema = Schema.Struct({
  ...mailedLinkFactsSchema.fields,
  recovery: Schema.Struct({
    /** `active`: it was logged in with once. Any other logon is closed to recovery. */
    status: Schema.Literals(["reserved", "approved", "active", "frozen", "expired"]),
    /** Wrong answers of this link before this one. */
    wrongAnswers: count,
    /** Wrong answers of the logon in the window, over all its links, before this one. */
    wrongAnswersInWindow: count,
    /** The secret answer, or the proof that stands in its place, is right. */
    proved: Schema.Boolean
  })
})
