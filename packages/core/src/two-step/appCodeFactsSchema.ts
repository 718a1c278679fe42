import * as Schema from "effect/Schema"
import { secondStepFactsSchema } from "./secondStepFactsSchema.ts"

/** Whole steps since 1970-01-01T00:00:00Z. */
const step = Schema.NullOr(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 253_402_300_799 })))

/** The facts of `app-code`, as JSON has them. */
export const appCodeFactsSchema = Schema.Struct({
  ...secondStepFactsSchema.fields,
  appCode: Schema.Struct({ step, lastStep: step })
})
